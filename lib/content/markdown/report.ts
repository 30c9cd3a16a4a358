import type { Finding, Severity } from '../diagnostics';
import { LineIndex } from '../positions';
import type { Reference, ReferenceKind } from '../references';
import type { Span } from './places';

/** Where a body stands in its file. */
export interface BodyPlace {
  /** The whole file; the body is its end. */
  readonly text: string;
  /** UTF-16 offset of the body in it. */
  readonly offset: number;
  /** Line index of the text, where the caller has one already. */
  readonly lines?: LineIndex;
}

/** What an editor is to be told: which text, and what to write in its place. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** Gathers findings and references, with spans of the parsed tree turned into places of the file. */
export class Report {
  readonly findings: Finding[] = [];
  readonly references: Reference[] = [];
  readonly #body: string;
  readonly #place: BodyPlace;
  readonly #toBody: (offset: number) => number;
  readonly #reported = new Set<string>();
  #lines: LineIndex | undefined;

  constructor(body: string, place: BodyPlace, toBody: (offset: number) => number) {
    this.#body = body;
    this.#place = place;
    this.#toBody = toBody;
    this.#lines = place.lines;
  }

  error(span: Span, problem: Problem): void {
    this.#add('error', span, problem);
  }

  warn(span: Span, problem: Problem): void {
    this.#add('warning', span, problem);
  }

  refer(kind: ReferenceKind, value: string, span: Span): void {
    this.references.push({ kind, value, ...this.#positionOf(span) });
  }

  /** The body's own text of a span. */
  source(span: Span): string {
    return this.#body.slice(this.#toBody(span.start), this.#toBody(span.end));
  }

  #add(severity: Severity, span: Span, { rule, message, suggestion }: Problem): void {
    // A definition that several links go by has its fault once.
    const key = `${rule} ${span.start}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    const position = this.#positionOf(span);
    this.findings.push({
      ...position,
      severity,
      rule,
      message,
      ...(suggestion !== undefined && { suggestion }),
    });
  }

  #positionOf(span: Span) {
    // Most bodies have nothing to report, so their lines are not counted at all.
    this.#lines ??= new LineIndex(this.#place.text);
    const { offset } = this.#place;
    return this.#lines.range(offset + this.#toBody(span.start), offset + this.#toBody(span.end));
  }
}
