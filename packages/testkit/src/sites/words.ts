// The words of questions, in the languages that the corpus speaks.

/** The words of one language. `accept` and `reject` have several wordings of the same meaning. */
export type NoticeWords = {
  readonly text: readonly [string, ...string[]];
  readonly accept: readonly [string, ...string[]];
  readonly reject: readonly [string, ...string[]];
  readonly settings: string;
  readonly withdraw: string;
  readonly save: string;
  readonly policy: string;
};

/** A language that the corpus speaks. */
export type CorpusLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pl' | 'fi' | 'hu' | 'el' | 'ru' | 'ar' | 'he' | 'ja' | 'zh' | 'ko';

/** By language. */
export const noticeWords: { readonly [language in CorpusLanguage]: NoticeWords } = {
  en: {
    text: [
      'We would like to store cookies to count visits and to show you offers that suit you. You decide, and you can change your mind at any time.',
      'May we use cookies for statistics and advertising? The site works just as well without.',
      'With your permission we and our partners use cookies to understand how this site is used.',
    ],
    accept: ['Accept all', 'Accept cookies', 'Allow all', 'I agree', 'Agree', 'Yes, allow cookies'],
    reject: ['Reject all', 'Reject cookies', 'Decline', 'Refuse all', 'I disagree', 'Continue without accepting', 'Only necessary cookies'],
    settings: 'Cookie settings',
    withdraw: 'Withdraw consent',
    save: 'Save my choices',
    policy: 'Cookies policy',
  },
  de: {
    text: ['Wir möchten Cookies verwenden, um Besuche zu zählen und Ihnen passende Angebote zu zeigen. Sie entscheiden.'],
    accept: ['Alle akzeptieren', 'Zustimmen', 'Einverstanden'],
    reject: ['Alle ablehnen', 'Ablehnen', 'Nur notwendige Cookies'],
    settings: 'Cookie-Einstellungen',
    withdraw: 'Einwilligung widerrufen',
    save: 'Auswahl speichern',
    policy: 'Cookie-Richtlinie',
  },
  fr: {
    text: ['Nous souhaitons déposer des cookies pour mesurer notre audience et vous proposer des offres adaptées. À vous de choisir.'],
    accept: ['Tout accepter', 'J’accepte', 'Accepter les cookies'],
    reject: ['Tout refuser', 'Continuer sans accepter', 'Je refuse'],
    settings: 'Gérer les cookies',
    withdraw: 'Retirer mon consentement',
    save: 'Enregistrer mes choix',
    policy: 'Politique de cookies',
  },
  es: {
    text: ['Nos gustaría usar cookies para medir las visitas y mostrarle ofertas. Usted decide.'],
    accept: ['Aceptar todo', 'Aceptar'],
    reject: ['Rechazar todo', 'Rechazar'],
    settings: 'Configuración de cookies',
    withdraw: 'Retirar el consentimiento',
    save: 'Guardar',
    policy: 'Política de cookies',
  },
  it: {
    text: ['Vorremmo usare i cookie per contare le visite e mostrarti offerte. Decidi tu.'],
    accept: ['Accetta tutto', 'Accetta'],
    reject: ['Rifiuta tutto', 'Rifiuta'],
    settings: 'Impostazioni cookie',
    withdraw: 'Revoca il consenso',
    save: 'Salva',
    policy: 'Informativa sui cookie',
  },
  pl: {
    text: ['Chcielibyśmy używać plików cookie, aby liczyć odwiedziny i pokazywać oferty. Decyzja należy do Ciebie.'],
    accept: ['Zaakceptuj wszystkie', 'Akceptuję'],
    reject: ['Odrzuć wszystkie', 'Odrzuć'],
    settings: 'Ustawienia plików cookie',
    withdraw: 'Wycofaj zgodę',
    save: 'Zapisz',
    policy: 'Polityka cookie',
  },
  fi: {
    text: ['Haluaisimme käyttää evästeitä kävijöiden laskemiseen ja mainontaan. Sinä päätät.'],
    accept: ['Hyväksy kaikki', 'Hyväksyn'],
    reject: ['Hylkää kaikki', 'Kieltäydy'],
    settings: 'Evästeasetukset',
    withdraw: 'Peruuta suostumus',
    save: 'Tallenna',
    policy: 'Evästekäytäntö',
  },
  hu: {
    text: ['Sütiket szeretnénk használni a látogatások számlálásához és hirdetésekhez. Ön dönt.'],
    accept: ['Összes elfogadása', 'Elfogadom'],
    reject: ['Összes elutasítása', 'Elutasítom'],
    settings: 'Sütibeállítások',
    withdraw: 'Hozzájárulás visszavonása',
    save: 'Mentés',
    policy: 'Süti tájékoztató',
  },
  el: {
    text: ['Θα θέλαμε να χρησιμοποιήσουμε cookies για στατιστικά και διαφημίσεις. Εσείς αποφασίζετε.'],
    accept: ['Αποδοχή όλων', 'Αποδέχομαι'],
    reject: ['Απόρριψη όλων', 'Απορρίπτω'],
    settings: 'Ρυθμίσεις cookies',
    withdraw: 'Ανάκληση συγκατάθεσης',
    save: 'Αποθήκευση',
    policy: 'Πολιτική cookies',
  },
  ru: {
    text: ['Мы хотели бы использовать файлы cookie для статистики и рекламы. Решать вам.'],
    accept: ['Принять все', 'Принять'],
    reject: ['Отклонить все', 'Отклонить'],
    settings: 'Настройки cookie',
    withdraw: 'Отозвать согласие',
    save: 'Сохранить',
    policy: 'Политика cookie',
  },
  ar: {
    text: ['نود استخدام ملفات تعريف الارتباط لإحصاء الزيارات وعرض الإعلانات. القرار لك.'],
    accept: ['قبول الكل', 'أوافق'],
    reject: ['رفض الكل', 'أرفض'],
    settings: 'إعدادات ملفات تعريف الارتباط',
    withdraw: 'سحب الموافقة',
    save: 'حفظ',
    policy: 'سياسة ملفات تعريف الارتباط',
  },
  he: {
    text: ['אנו מבקשים להשתמש בעוגיות לספירת ביקורים ולפרסום. ההחלטה שלך.'],
    accept: ['קבל הכל', 'אני מסכים'],
    reject: ['דחה הכל', 'אני מסרב'],
    settings: 'הגדרות עוגיות',
    withdraw: 'ביטול הסכמה',
    save: 'שמירה',
    policy: 'מדיניות עוגיות',
  },
  ja: {
    text: ['アクセスの集計と広告のためにCookieを使用したいと考えています。同意するかどうかはお選びいただけます。'],
    accept: ['すべて同意する', '同意する'],
    reject: ['すべて拒否する', '拒否する'],
    settings: 'Cookie設定',
    withdraw: '同意を撤回する',
    save: '保存する',
    policy: 'Cookieポリシー',
  },
  zh: {
    text: ['我们希望使用 Cookie 来统计访问量并展示广告。由您决定。'],
    accept: ['全部接受', '接受'],
    reject: ['全部拒绝', '拒绝'],
    settings: 'Cookie 设置',
    withdraw: '撤回同意',
    save: '保存',
    policy: 'Cookie 政策',
  },
  ko: {
    text: ['방문 통계와 광고를 위해 쿠키를 사용하고자 합니다. 선택은 귀하에게 있습니다.'],
    accept: ['모두 동의', '동의합니다'],
    reject: ['모두 거부', '거부합니다'],
    settings: '쿠키 설정',
    withdraw: '동의 철회',
    save: '저장',
    policy: '쿠키 정책',
  },
};

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return language === 'ar' || language === 'he';
}
