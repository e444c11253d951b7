// What a policy page says, as plain JSON: every word resolved, nothing left to decide for a renderer.
import type { Category, Item, PolicyColumn, ProfileId } from '../declaration/types.ts';

/** A column of the tracker table. The first four are those every generation of the policy has. */
export type ColumnId = PolicyColumn;

/** A run of text: plain, linked, a name as it is written in the browser, or one of a person, company or host, in a direction of its own. */
export type Inline = string | { readonly text: string; readonly href: string } | { readonly code: string } | { readonly name: string };

/** A term and what is said about it. */
export type Fact = { readonly term: string; readonly text: readonly Inline[] };

/** A column heading. */
export type Column = { readonly id: ColumnId; readonly label: string };

/** One tracker with its facts for machines and its cells for readers. `seconds` is null for a session and for requests. */
export type TrackerRow = {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly party: 'first' | 'third';
  readonly category: Category;
  readonly purposes: readonly string[];
  readonly names: readonly string[];
  readonly hosts: readonly string[];
  readonly seconds: number | null;
  readonly cells: { readonly [C in ColumnId]: string };
};

/** Rows under one heading of the table. */
export type TrackerGroup = { readonly categories: readonly Category[]; readonly label: string; readonly rows: readonly TrackerRow[] };

/** One piece of a section. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'button'; readonly text: string; readonly href: string }
  | {
      readonly kind: 'trackers';
      readonly caption: string;
      readonly columns: readonly Column[];
      /** What is said beneath each row, because a page has no room for ten columns. */
      readonly details: readonly Column[];
      readonly groups: readonly TrackerGroup[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** A part of the page. Without a heading it continues what stands before it. */
export type Section = { readonly id: string; readonly heading: readonly Inline[] | null; readonly blocks: readonly Block[] };

/** A policy page in one language under one profile: plain JSON. `date` and `version` are null where nobody stated them. */
export type PolicyView = {
  readonly kind: 'candor-policy';
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly site: { readonly name: string; readonly hosts: readonly string[] };
  readonly profile: { readonly id: ProfileId; readonly name: string };
  readonly version: string | null;
  readonly date: { readonly iso: string; readonly text: string } | null;
  readonly declaration: { readonly id: string; readonly short: string };
  readonly preferences: { readonly text: string; readonly href: string };
  readonly languages: readonly { readonly language: string; readonly name: string; readonly href: string }[];
  readonly labels: {
    readonly contents: string;
    readonly version: string;
    readonly inForceSince: string;
    readonly fingerprint: string;
    readonly languages: string;
  };
  readonly sections: readonly Section[];
};
