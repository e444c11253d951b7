// Google Consent Mode v2, basic: the default before any tag, an update when a choice changes it.
export {};
