// The notice in Spanish.
import type { NoticeWords } from './notice-words.ts';

/** Spanish words of the notice. */
export const es: NoticeWords = {
  tag: 'es',
  texts: {
    title: 'Cookies: su elección',
    text: 'Lo que sigue permanece desactivado mientras usted no lo acepte. Puede cambiar su respuesta en cualquier momento.',
    accept: 'Aceptar todas',
    reject: 'Rechazar todas',
    preferences: 'Elegir una por una',
    wayBack: 'Su elección sobre las cookies',
    preferencesTitle: 'Su elección',
    preferencesText:
      'Aquí decide usted qué puede guardar este sitio en su dispositivo o leer de él. Los cambios surten efecto de inmediato.',
    save: 'Guardar esta elección',
    withdraw: 'Retirar todos mis consentimientos',
    withdrawText: 'Desactiva todo lo que usted había aceptado y elimina lo que este sitio había guardado para ello.',
    object: 'Me opongo',
    objectText: 'Puede oponerse a esto sin indicar el motivo.',
    forget: 'Olvidar mi elección',
    forgetText:
      'Elimina de este dispositivo sus respuestas y todo lo demás que este sitio haya guardado en él: se cerrará su sesión y se le volverá a hacer la pregunta.',
    gpc: 'Global Privacy Control: se respeta su señal.',
  },
  labels: {
    saved: 'Su elección se ha guardado.',
    decide: 'Lo que usted decide',
    unasked: 'Lo que funciona sin preguntar',
    nothingToDecide: 'Nada en este sitio espera su respuesta.',
    allow: 'Permitir',
    who: 'Quién',
    howLong: 'Cuánto tiempo',
    what: 'Qué se guarda o se carga',
    basis: 'Base jurídica',
    profiling: 'Elaboración de perfiles',
    ifRefused: 'Si usted lo rechaza',
    onDevice: 'En su dispositivo',
    nothingStored: 'no se guarda nada',
    undo: 'Cambiar de decisión',
    policy: 'Leer la política de cookies',
    gpcEffect: 'Lo que abarca está desactivado, salvo lo que usted permita expresamente a continuación.',
    gpcOff: 'Desactivado, porque su navegador envía Global Privacy Control.',
    objected: 'Desactivado: usted se ha opuesto.',
    running: 'Activado, hasta que usted se oponga.',
    stopped: 'Desactivado por ahora.',
    failed: 'Su respuesta no ha llegado al sitio. Nada ha cambiado; inténtelo de nuevo.',
    receipt: 'Guardar el recibo',
    close: 'Cerrar',
  },
  states: {
    unset: 'Desactivado: aún no ha respondido.',
    granted: 'Activado: usted lo ha aceptado.',
    denied: 'Desactivado: usted lo ha rechazado.',
    objected: 'Desactivado: usted se ha opuesto.',
  },
};
