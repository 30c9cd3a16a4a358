import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { z } from 'zod';
import { AnswerError } from './provider';

/** Elements that come several times; one alone is a list of one, too. */
const LISTS: ReadonlySet<string> = new Set(['item', 'Currency', 'Valute', 'rate']);

// Entities are off: banks' tables need none, and they are how XML has hurt its readers.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.has(name),
});

/**
 * Reads an XML answer into a shape: elements by name, attributes as `@name`, all values as text.
 * @param who names the provider in messages
 * @throws AnswerError for whatever else came with a good status: a page, JSON, half a document
 */
export function readXml<Shape>(text: string, schema: z.ZodType<Shape>, who: string): Shape {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('<')) throw new AnswerError(`${who}: no XML came but ${quote(start)}`);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new AnswerError(
      `${who}: a document with a type declaration came, such as a web page has`,
    );
  }
  const validity = XMLValidator.validate(start);
  if (validity !== true) {
    throw new AnswerError(`${who}: the XML is broken (${validity.err.msg})`);
  }
  return checkShape(parser.parse(start), schema, who);
}

/**
 * Reads a JSON answer into a shape.
 * @throws AnswerError for what is no JSON, or of another shape
 */
export function readJson<Shape>(text: string, schema: z.ZodType<Shape>, who: string): Shape {
  return checkShape(parseJson(text, who), schema, who);
}

function parseJson(text: string, who: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AnswerError(`${who}: no JSON came but ${quote(text)}`);
  }
}

function checkShape<Shape>(value: unknown, schema: z.ZodType<Shape>, who: string): Shape {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new AnswerError(
    `${who}: the answer has another shape than known${place ? ` at ${place}` : ''} (${issue?.message}): ${quote(JSON.stringify(value))}`,
  );
}

/** Beginning of an answer as a message shows it. */
function quote(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return JSON.stringify(line.length > 120 ? `${line.slice(0, 120)}\u2026` : line);
}
