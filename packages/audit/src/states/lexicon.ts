// Words by which a notice without our hooks is driven: English and French. Whole labels, not parts of sentences.

/** What a visitor wants of a notice. */
export type Wish = 'accept' | 'reject' | 'preferences' | 'withdraw' | 'way-back';

/** Labels of controls, by wish. */
export const labels: { readonly [W in Wish]: RegExp } = {
  accept:
    /^\s*(i\s+)?(accept|agree|allow|consent)(\s+(to\s+)?(all|everything|cookies|all cookies|and (close|continue)))?\s*$|^\s*(yes|ok|okay|got it)[,!.]?(\s+i (accept|agree))?\s*$|^\s*(tout\s+accepter|accepter(\s+(tout|et (fermer|continuer)|les cookies|tous les cookies))?|j['’]accepte|tout\s+autoriser|autoriser(\s+tous les cookies)?|d['’]accord)\s*$/i,
  reject:
    /^\s*(i\s+)?(reject|refuse|decline|deny|disagree)(\s+(all|everything|cookies|all cookies|non-essential( cookies)?|optional( cookies)?))?\s*$|^\s*(no,?\s*thanks?|(only|use)\s+(necessary|essential)( cookies)?( only)?|(necessary|essential)( cookies)? only|continue without (accepting|agreeing|consent))\s*$|^\s*(tout\s+refuser|refuser(\s+(tout|les cookies|tous les cookies))?|je refuse|continuer sans accepter|non merci|(cookies )?nécessaires uniquement)\s*$/i,
  preferences:
    /^\s*(manage|customi[sz]e|change|cookie|privacy|more)\s+(my\s+)?(cookie\s+)?(preferences|settings|options|choices|cookies)\s*$|^\s*(preferences|settings|customi[sz]e|options)\s*$|^\s*(personnaliser|paramétrer|gérer|choisir)(\s+(mes|les|vos)\s+(choix|cookies|préférences))?\s*$|^\s*(préférences|paramètres)(\s+(de |des )?cookies)?\s*$/i,
  withdraw:
    /^\s*(withdraw|revoke)(\s+(my\s+)?(consent|everything|all|choice))?\s*$|^\s*(retirer|révoquer)(\s+(mon|le)\s+(consentement|choix))?\s*$|^\s*tout retirer\s*$/i,
  'way-back':
    /^\s*(manage\s+|change\s+|your\s+|my\s+)?(cookies?|privacy|consent)\s+(settings|preferences|choices)\s*$|^\s*manage (my )?cookies\s*$|^\s*(gérer|modifier)\s+(mes|les|vos)\s+(cookies|choix)\s*$|^\s*(préférences|paramètres|gestion)\s+(de |des |en matière de )?cookies\s*$/i,
};

/** Words of a question about consent; the source of a pattern. */
export const consentWords: string = 'cookie|consent|tracker|tracking|privacy|traceur|témoins? de connexion|vie privée';
