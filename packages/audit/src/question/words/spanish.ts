// How Spanish words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Spanish. */
export const spanish: Lexicon = {
  language: 'es',
  common:
    'el|la|los|las|de|y|en|que|para|por|con|un|una|su|sus|tu|tus|nuestro|nuestra|este|esta|estas|utiliza|utilizamos|usamos|web|sitio|al|del|se|mas|es|o|mi|mis|lo|si|puede|puedes|nuestros',
  cookies: 'cookie*|galletas',
  consent: 'consent*|seguimiento|rastreo|rastread*|tecnologias similares|nuestros socios|publicidad',
  privacy: 'confidencialidad|informacion personal|privacidad|datos personales|proteccion de datos|datos|socios|rgpd',
  accept: 'acept*|de acuerdo|permit*|consiento|consentir|autoriz*|habilitar tod*|activar tod*|=si|si acepto|conforme',
  reject:
    'prohib*|bloque*|rechaz*|deneg*|declin*|no acept*|no permit*|no consiento|no estoy de acuerdo|sin acept*|sin consent*|sin cookies|no gracias|desactivar tod*|deshabilitar tod*|oponerse|me opongo|negar|rehus*|no autoriz*',
  not: 'no|sin|nunca',
  no: 'no',
  all: 'todo|todos|todas|toda',
  only: 'solo|solamente|unicamente|exclusivamente|estrictamente',
  necessary: 'necesari*|esencial*|imprescindible*|obligatori*|tecnic*|requerid*|basic*|funcional*',
  optional: 'no necesari*|no esencial*|opcional*|adicional*',
  preferences:
    'configur*|preferenc*|gestion*|personaliz*|ajust*|opcion*|administr*|elegir|detalles|mostrar detalles|modificar|cambiar|panel de*|ver opciones|mostrar los propositos|mas opciones',
  save: 'guard*|grabar|aplicar',
  choice: 'seleccion*|preferenc*|eleccion*|configuracion|opciones|ajustes',
  confirm: 'confirm*|continuar|seguir|aceptar|permitir|usar|utilizar',
  acknowledge: 'ok|okay|vale|entendido|entiendo|lo entiendo|=continuar|listo|de acuerdo entendido|comprendo|perfecto|claro',
  close: 'cerrar|ocultar|ahora no|mas tarde|omitir|descartar',
  withdraw: 'retirar*|revocar*|retiro',
  other:
    'newsletter*|boletin*|suscri*|correo|email|e mail|registr*|iniciar sesion|anos|mayor de edad|18|idioma|pais|descuento*|oferta*|chat*|mensaje|contrasena|cuenta|terminos|condiciones|pago|carrito|notificacion*|edad|encuesta|politica',
};
