// How Portuguese words a question about consent.
import type { Lexicon } from './lexicon.ts';

/** Portuguese. */
export const portuguese: Lexicon = {
  language: 'pt',
  common:
    'o|os|as|a|de|e|que|para|por|com|um|uma|seu|sua|seus|suas|nosso|nossa|este|esta|utiliza|utilizamos|usamos|site|ao|do|da|dos|das|se|mais|no|na|em|meu|minha|minhas|sim|estes|nossos',
  cookies: 'cookie*|testemunhos',
  consent: 'consent*|rastread*|rastreamento|rastreio|tecnologias semelhantes|nossos parceiros|publicidade',
  privacy: 'informac* pessoa*|privacidade|dados pessoais|protecao de dados|dados|parceiros|lgpd|rgpd',
  accept: 'aceit*|concord*|permit*|consinto|consentir|autoriz*|ativar tod*|habilitar tod*|de acordo|=sim',
  reject:
    'proib*|bloque*|rejeit*|recus*|declin*|negar|nao aceit*|nao concord*|nao permit*|nao consint*|nao autoriz*|sem aceit*|sem consent*|sem cookies|nao obrigad*|desativar tod*|discord*|opor se',
  not: 'nao|sem|nunca',
  no: 'nao',
  all: 'todos|todas|tudo|toda',
  only: 'apenas|so|somente|unicamente|estritamente',
  necessary: 'necessari*|essencia*|obrigatori*|tecnic*|indispensave*|imprescindive*|requerid*|funciona*',
  optional: 'nao necessari*|nao essencia*|opcion*|opciona*|adiciona*|facultativ*',
  preferences:
    'configur*|preferenc*|gerir|gerenci*|personaliz*|definico*|opco*|ajust*|escolher|detalhes|mostrar detalhes|alterar|definir|mais opcoes|administrar',
  save: 'guardar|salvar|gravar|aplicar',
  choice: 'selec*|escolh*|preferenc*|definicoes|opcoes',
  confirm: 'confirm*|continuar|prosseguir|aceitar|permitir|usar|utilizar',
  acknowledge: 'ok|okay|entendi|entendido|percebi|compreendi|=continuar|compreendo|=prosseguir|ciente|esta bem|certo',
  close: 'fechar|ocultar|agora nao|mais tarde|ignorar|dispensar',
  withdraw: 'retirar*|revogar*',
  other:
    'newsletter*|boletim|subscrev*|inscrev*|assin*|email|e mail|registar|iniciar sessao|entrar|anos|maior de idade|18|idioma|pais|desconto*|oferta*|chat*|mensagem|senha|palavra passe|conta|termos|condicoes|pagamento|carrinho|notificac*|idade',
};
