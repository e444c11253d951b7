// How Turkish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Turkish. */
export const turkish: Lexicon = {
  language: 'tr',
  common:
    've|bir|bu|icin|ile|biz|bizim|sizin|siz|size|sitemiz|sitemizde|web|site|sitesi|kullanir|kullaniyoruz|kullanmaktayiz|olarak|daha|da|de|veya|tarafindan|en|gibi|sizlere|olan|hakkinda|fazla|iyi|evet|her|uzere|sitede',
  cookies: 'cerez*|cookie*',
  consent: 'onay*|riza*|izleme*|takip*|benzer teknoloji*|ortaklarimiz|reklam*',
  privacy: 'gizlilik*|kisisel veri*|veri koruma|kvkk|gdpr|ortaklar*|veriler*',
  accept:
    'kabul et*|kabul ediyorum|kabul ederim|izin ver*|onayla*|onayliyorum|katiliyorum|riza veriyorum|kabul|=evet|tumune izin*|izin veriyorum|hepsini ac',
  reject:
    'yasak*|yasakla*|engelle*|kabul etmeden devam et|reddet*|reddediyorum|reddi*|kabul etme|kabul etmiyorum|kabul etmem|kabul etmeden*|izin verme|izin vermiyorum|onaylamiyorum|onaylamadan*|katilmiyorum|riza vermiyorum|izin vermeden*|hayir tesekkurler|hepsini kapat|tumunu kapat|cerezsiz*|geri cevir*|istemiyorum',
  not: 'degil|olmadan|etmeden|vermeden',
  no: 'hayir',
  all: 'tumunu|tum|tumu|hepsini|butun|hepsi|tumune|hepsine',
  only: 'sadece|yalnizca|yalniz',
  necessary: 'gerekli*|zorunlu*|temel|teknik*|islevsel|elzem',
  optional: 'zorunlu olmayan*|gerekli olmayan*|istege bagli*|opsiyonel|secmeli',
  preferences:
    'kisisellestirmek|kisisel*|ayar*|tercih*|yonet*|ozellestir*|secenek*|detay*|ayrinti*|detaylari goster|degistir*|duzenle*|sec|kisisellestir*|yapilandir*|yonetim*',
  save: 'kaydet*|uygula*|sakla',
  choice: 'secim*|secimi*|secilen*|secili*|tercih*|ayarlari*',
  confirm: 'devam et|onayla*|devam*|kabul et|izin ver|kullan|dogrula',
  acknowledge: 'tamam|ok|anladim|anlasildi|=devam|=devam et|peki|olur|bilgi edindim',
  close: 'kapat*|gizle|daha sonra|simdi degil|sonra',
  withdraw: 'geri al*|geri cek*|iptal et*',
  other:
    'bulten*|abone*|e posta*|eposta|email|giris yap*|uye ol*|kayit*|yas*|yasinda*|18|dil|ulke|indirim*|kampanya*|sohbet*|mesaj*|sifre*|hesap|sartlar*|kosul*|odeme*|sepet*|bildirim*',
};
