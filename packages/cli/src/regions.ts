// Which profile holds where, for a header in which an edge of the operator's own names the visitor's country.
import type { ProfileId } from '@candor/core';
import type { Region } from '@candor/guard';
import { CliError } from './errors.ts';

/** The countries of the European Economic Area without a profile of their own. */
const COMMON_GROUND = 'AT BE BG CY CZ DK EE FI GR HR HU IE IS LI LT LU LV MT NO PL PT RO SE SI SK';

const OWN: { readonly [code: string]: ProfileId } = {
  FR: 'fr',
  IT: 'it',
  ES: 'es',
  DE: 'de',
  NL: 'nl',
  GB: 'uk',
  US: 'us-other',
  'US-CA': 'us-ca',
  'CA-QC': 'ca-qc',
  BR: 'br',
  AU: 'au-fed',
  'AU-QLD': 'au-qld',
};

const profiles: { readonly [code: string]: ProfileId } = {
  ...Object.fromEntries(COMMON_GROUND.split(' ').map((code): readonly [string, ProfileId] => [code, 'eu-base'])),
  ...OWN,
};

/** The regions that a header tells apart; throws CLI_USAGE for what is no header's name. Null where no header is named. */
export function readRegion(header: string | undefined): Region | null {
  if (header === undefined) return null;
  if (/^[A-Za-z0-9-]{1,64}$/.test(header)) return { header, profiles };
  throw new CliError(
    'CLI_USAGE',
    `"${header}" is not the name of a header`,
    'Name the header in which your edge says the country, for example CF-IPCountry',
  );
}
