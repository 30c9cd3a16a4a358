import type { ReactNode } from 'react';
import type { Params } from './router';

/** What Next gives to pages and their heads. */
export interface PageProps {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[]>>>;
}

export interface LayoutProps {
  readonly params: Promise<Params>;
  readonly children: ReactNode;
}

/** What route files say of the head. */
export interface Described<Props> {
  readonly metadata?: unknown;
  readonly generateMetadata?: (props: Props) => unknown;
  readonly viewport?: unknown;
}

/** What a `page.tsx` exports. */
export interface PageModule extends Described<PageProps> {
  readonly default: (props: PageProps) => ReactNode;
}

/** What a `layout.tsx` exports. */
export interface LayoutModule extends Described<LayoutProps> {
  readonly default: (props: LayoutProps) => ReactNode;
}

export interface Sourced<Module> {
  /** Path of the route file, for messages. */
  readonly file: string;
  readonly module: Module;
}

/** A route of the built program. */
export interface AppRoute {
  readonly segments: readonly string[];
  /** Null where a route handler answers for Next; this server has another way for what is there. */
  readonly page: Sourced<PageModule> | null;
  /** The outermost first. */
  readonly layouts: readonly Sourced<LayoutModule>[];
  /** Addresses of the style sheets of the build that the page needs. */
  readonly styles: readonly string[];
}

/** Exports that mean here what they mean under Next. */
const KNOWN = new Set(['default', 'metadata', 'generateMetadata', 'viewport', 'dynamic']);

/** @throws Error for an export that Next heeds and this server does not */
export function checkExports({ file, module }: Sourced<object>): void {
  const unknown = Object.keys(module).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    throw new Error(`${file} exports "${unknown}", which the server does not heed.`);
  }
  if ('dynamic' in module && module.dynamic !== 'force-dynamic') {
    throw new Error(`${file}: pages are made when they are asked for; "dynamic" says otherwise.`);
  }
}
