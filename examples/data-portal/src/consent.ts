// What the visitor's choice says about the maps, read as every part of Candor reads it.
import { readChoices } from '@candor/core';
import declaration from '../candor.config.ts';
import type { Exchange } from './http/exchange.ts';

/** Reads choices from requests. */
export type ConsentReader = { readonly mapsAnswer: (exchange: Exchange) => 'granted' | 'denied' | null };

/** An answer under an older revision of the purpose is no answer. */
export function createConsentReader(): ConsentReader {
  const purpose = declaration.purposes['embeds'];
  return {
    mapsAnswer: (exchange) => {
      const choice = readChoices(exchange.cookies.get('cookies_preferences') ?? []);
      const answer = purpose === undefined ? undefined : choice?.answers[purpose.number];
      if (answer === undefined || answer.revision !== purpose?.revision) return null;
      return answer.state === 'granted' ? 'granted' : 'denied';
    },
  };
}
