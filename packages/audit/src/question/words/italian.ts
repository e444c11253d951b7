// How Italian words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Italian. */
export const italian: Lexicon = {
  language: 'it',
  common:
    'il|lo|la|i|gli|le|di|e|che|per|con|un|una|su|sul|questo|questa|nostro|nostri|tuo|tuoi|utilizza|utilizziamo|usa|sito|web|al|del|della|dei|delle|si|piu|da|o|mio|mie|mia|nel|sono|sui|ai|a',
  cookies: 'cookie*|*cookie',
  consent: 'consens*|tracciamento|traccianti|tecnologie simili|nostri partner|tracciar*',
  privacy: 'informazioni personali|privacy|riservatezza|dati personali|dati|partner|gdpr',
  accept:
    'accett*|acconsent*|consent|consenti|consenti tutti|consento|permett*|approv*|abilita tutt*|attiva tutt*|autorizz*|d accordo|=si|va bene accett*',
  reject:
    'vieta*|blocca*|proibisc*|rifiut*|nega|negare|respingi*|declin*|non accett*|non acconsent*|non consent*|senza accett*|senza consens*|senza cookie|no grazie|disabilita tutt*|disattiva tutt*|rigetta*|non autorizz*|opponiti',
  not: 'non|senza|mai',
  no: 'no',
  all: 'tutti|tutto|tutte|tutta',
  only: 'solo|soltanto|solamente|esclusivamente|strettamente',
  necessary: 'necessar*|essenzial*|indispensabil*|tecnic*|obbligator*|funzional*|richiest*',
  optional: 'non necessar*|non essenzial*|opzional*|facoltativ*|aggiuntiv*',
  preferences:
    'personalizz*|preferenz*|impostazion*|gestisci|gestione|gestire|configur*|opzion*|scegli|scopri di piu e personalizza|mostra dettagli|dettagli|modifica|imposta|scelte',
  save: 'salv*|applica|memorizza',
  choice: 'selezion*|preferenz*|scelt*|impostazioni',
  confirm: 'conferm*|continua|prosegui|accetta|consenti|usa|procedi|utilizza',
  acknowledge: 'ok|okay|ho capito|capito|va bene|=continua|d accordo capito|ricevuto|=prosegui|ho letto|chiaro',
  close: 'chiud*|nascondi|non ora|piu tardi|ignora|salta',
  withdraw: 'revoc*|ritir*',
  other:
    'newsletter*|iscriv*|email|e mail|abbonat*|registrat*|accedi|anni|maggiorenn*|18|lingua|paese|sconto|offert*|chat*|messaggio|password|account|termini|condizioni|pagament*|carrello|notific*|sondaggio|eta',
};
