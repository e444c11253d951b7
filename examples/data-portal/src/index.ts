// The door of the demonstration portal.
export { default as declaration } from '../candor.config.ts';
export type { EmbedOptions } from './embed/embed-server.ts';
export { createEmbedServer } from './embed/embed-server.ts';
export type { PortalErrorCode } from './errors.ts';
export { PortalError } from './errors.ts';
export type { CookieForm } from './http/cookies.ts';
export { cookieLine, csrfCookie, languageCookie, mapStyleCookie } from './http/cookies.ts';
export type { Exchange } from './http/exchange.ts';
export type { Header, Reply } from './http/reply.ts';
export { withCookies } from './http/reply.ts';
export type { ListenOptions, Portal } from './http/serve.ts';
export type { Lie, LieContext } from './lie.ts';
export type { PortalOptions } from './portal.ts';
export { createPortal } from './portal.ts';
export { demonstrationPassword, editorName } from './security/passwords.ts';
