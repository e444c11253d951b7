// The typed builder of candor.config.ts: a declaration that could not be true does not compile. It does nothing at run time;
// `checkDeclaration` holds every one of these rules again for values that no compiler has seen.
import type { CookieItem, Declaration, Location, Provider, Purpose, RequestItem, StorageItem, Tracker } from './types.ts';

/** What the compiler shows in place of a value that breaks a rule. */
export type Unlawful<Rule extends string> = { readonly unlawful: Rule };

/** A cookie name or prefix, as far as the compiler knows it. */
type NameText<T> = T extends { readonly names: readonly (infer Entry)[] }
  ? Entry extends { readonly exact: infer Exact extends string }
    ? Exact
    : Entry extends { readonly prefix: infer Prefix extends string }
      ? Prefix
      : never
  : never;

// A text of which the compiler knows only that it is a string is left to the run-time test.
type BeginsWith<Texts extends string, Beginning extends string> = true extends (
  Texts extends string
    ? string extends Texts
      ? false
      : Lowercase<Texts> extends `${Beginning}${string}`
        ? true
        : false
    : never
)
  ? true
  : false;

type PrefixText<T> = T extends { readonly names: readonly (infer Entry)[] }
  ? Entry extends { readonly prefix: infer Prefix extends string }
    ? Prefix
    : never
  : never;

type HasShortPrefix<Texts extends string> = true extends (
  Texts extends string
    ? string extends Texts
      ? false
      : Texts extends `${infer _First}${infer Rest}`
        ? Rest extends ''
          ? true
          : false
        : true
    : never
)
  ? true
  : false;

type HostOnly = { readonly secure: true; readonly scopes: readonly { readonly host: string; readonly path: '/' }[] };
type SomePartitioned<T> = T extends { readonly scopes: readonly (infer Entry)[] }
  ? true extends (Entry extends { readonly partitioned: true } ? true : never)
    ? true
    : false
  : false;

type HostPrefixRule<T> =
  BeginsWith<NameText<T>, '__host-'> extends true
    ? T extends HostOnly
      ? unknown
      : Unlawful<'A cookie named __Host-… has secure: true, and scopes with host and path "/"'>
    : unknown;
type SecurePrefixRule<T> =
  BeginsWith<NameText<T>, '__secure-'> extends true
    ? T extends { readonly secure: true }
      ? unknown
      : Unlawful<'A cookie named __Secure-… has secure: true'>
    : unknown;
type ShortPrefixRule<T> =
  HasShortPrefix<PrefixText<T>> extends true ? Unlawful<'A prefix has at least two characters; list the names'> : unknown;
type SameSiteRule<T> = T extends { readonly sameSite: 'none'; readonly secure: false }
  ? Unlawful<'A cookie with sameSite "none" has secure: true'>
  : unknown;
type PartitionedRule<T> = T extends { readonly secure: false }
  ? SomePartitioned<T> extends true
    ? Unlawful<'A partitioned cookie has secure: true'>
    : unknown
  : unknown;

type FieldsOf<Kind> = Kind extends 'cookie' ? keyof CookieItem : Kind extends 'request' ? keyof RequestItem : keyof StorageItem;
type SharedFields = 'provider' | 'purposes' | 'locations' | 'setWhen' | 'function' | 'explanation' | 'recipients' | 'data';
type KnownFieldsRule<T> = T extends { readonly kind: infer Kind }
  ? { readonly [Field in Exclude<keyof T, FieldsOf<Kind> | SharedFields>]: never }
  : unknown;

/** What a tracker must be beyond its type; `unknown` where it breaks no rule. */
export type TrackerRules<T> = ShortPrefixRule<T> &
  KnownFieldsRule<T> &
  (T extends { readonly kind: 'cookie' } ? HostPrefixRule<T> & SecurePrefixRule<T> & SameSiteRule<T> & PartitionedRule<T> : unknown);

/** A declaration in which ids are inferred from the records and only those ids may be used elsewhere. */
export type DeclarationDraft<ProviderId extends string, PurposeId extends string, LocationId extends string, Trackers> = Omit<
  Declaration<NoInfer<ProviderId>, NoInfer<PurposeId>, NoInfer<LocationId>>,
  'providers' | 'purposes' | 'site' | 'trackers'
> & {
  readonly providers: { readonly [Id in ProviderId]: Provider };
  readonly purposes: { readonly [Id in PurposeId]: Purpose };
  readonly site: Omit<Declaration['site'], 'locations'> & { readonly locations: { readonly [Id in LocationId]: Location } };
  readonly trackers: Trackers & {
    readonly [Id in keyof Trackers]: Tracker<NoInfer<ProviderId>, NoInfer<PurposeId>, NoInfer<LocationId>> & TrackerRules<Trackers[Id]>;
  };
};

/** The ids of a declaration's purposes: any text where the compiler has not seen the declaration. */
export type PurposeIdOf<D extends Declaration> = keyof D['purposes'] & string;

/** The ids of a declaration's providers. */
export type ProviderIdOf<D extends Declaration> = keyof D['providers'] & string;

/** The ids of a declaration's locations. */
export type LocationIdOf<D extends Declaration> = keyof D['site']['locations'] & string;

/**
 * The declaration of a site, as `candor.config.ts` exports it. Returns its argument, and its type carries the ids; what it cannot see,
 * `checkDeclaration` checks.
 */
export function defineDeclaration<
  const ProviderId extends string,
  const PurposeId extends string,
  const LocationId extends string,
  const Trackers extends { readonly [id: string]: Tracker },
>(declaration: DeclarationDraft<ProviderId, PurposeId, LocationId, Trackers>): Declaration<ProviderId, PurposeId, LocationId> {
  return declaration;
}
