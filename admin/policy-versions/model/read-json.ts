import type { z } from 'zod';
import { fieldErrorsOf } from '../../../server/contract/field-errors.ts';

/** Something wrong with a JSON text; `from` and `to` are offsets into it. */
export interface JsonProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** What a text is read as. */
export type ReadJson<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** Reads a text as JSON of a schema of the contract; what is wrong is told with its place. */
export function readJson<T>(text: string, schema: z.ZodType<T>): ReadJson<T> {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const result = schema.safeParse(parsed.value);
  if (result.success) return { ok: true, value: result.data };
  const places = locateJson(text);
  return {
    ok: false,
    problems: fieldErrorsOf(result.error).map(({ pointer, message }) => ({
      ...placeOf(pointer, places, text),
      message: pointer === '' ? message : `${pointer} ${message}`,
    })),
  };
}

/** Offsets of a JSON pointer in a text; those of the nearest parent where the thing itself is missing. */
function placeOf(pointer: string, places: ReadonlyMap<string, Place>, text: string): Place {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = places.get(at);
    if (found !== undefined) return found;
    if (at === '') return { from: 0, to: text.length };
  }
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: JsonProblem };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const at = findSyntaxError(text);
    return {
      ok: false,
      problem: {
        from: at,
        to: Math.min(at + 1, text.length),
        message: error instanceof Error ? error.message : String(error),
      },
    };
  }
}

export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where each value of a valid JSON text stands, by its pointer; the members of an object include their keys. */
export function locateJson(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const scanner = new Scanner(text, (pointer, place) => places.set(pointer, place));
  scanner.value('');
  return places;
}

/** Offset of the first thing in a text that is no JSON. */
function findSyntaxError(text: string): number {
  const scanner = new Scanner(text, () => undefined);
  try {
    scanner.value('');
    scanner.space();
    return Math.min(scanner.at, Math.max(text.length - 1, 0));
  } catch {
    return Math.min(scanner.at, Math.max(text.length - 1, 0));
  }
}

// oxlint-disable-next-line no-control-regex -- JSON allows no control character inside a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const SCALAR = new RegExp(`${STRING.source}|true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?`, 'uy');

/** A reader of JSON that knows where it is; it throws where the text is none. */
class Scanner {
  at = 0;
  readonly text: string;
  readonly note: (pointer: string, place: Place) => void;

  constructor(text: string, note: (pointer: string, place: Place) => void) {
    this.text = text;
    this.note = note;
  }

  space(): void {
    while (/\s/u.test(this.text.charAt(this.at))) this.at += 1;
  }

  value(pointer: string): void {
    this.space();
    const from = this.at;
    const first = this.text.charAt(this.at);
    if (first === '{') this.members(pointer);
    else if (first === '[') this.items(pointer);
    else this.take(SCALAR);
    if (!this.noted(pointer)) this.note(pointer, { from, to: this.at });
  }

  private keys = new Set<string>();

  private noted(pointer: string): boolean {
    return this.keys.delete(pointer);
  }

  private members(pointer: string): void {
    this.list('}', () => {
      this.space();
      const from = this.at;
      const key = String(JSON.parse(this.take(STRING)));
      this.space();
      this.take(/:/uy);
      const own = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      this.keys.add(own);
      this.value(own);
      this.note(own, { from, to: this.at });
    });
  }

  private items(pointer: string): void {
    let index = 0;
    this.list(']', () => {
      this.value(`${pointer}/${index}`);
      index += 1;
    });
  }

  private list(end: string, one: () => void): void {
    this.at += 1;
    this.space();
    if (this.text.charAt(this.at) === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      one();
      this.space();
      const next = this.text.charAt(this.at);
      if (next !== ',' && next !== end) throw new SyntaxError(`unexpected text at ${this.at}`);
      this.at += 1;
      if (next === end) return;
    }
  }

  private take(form: RegExp): string {
    form.lastIndex = this.at;
    const found = form.exec(this.text);
    if (found === null) throw new SyntaxError(`unexpected text at ${this.at}`);
    this.at = form.lastIndex;
    return found[0];
  }
}
