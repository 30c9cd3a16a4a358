import { isWhole, type Line, type Setting, type Word, wordOf, wrapped } from './lines';

/** A letter with the marks on it. */
const LETTER = /.\p{M}*/gsu;

/** Breaks those words that are wider than a line, between letters. */
export function broken(words: readonly Word[], setting: Setting): Word[] {
  return words.flatMap((word) => {
    const pieces: Word[] = [];
    let rest = word;
    while (!isWhole([rest], setting)) {
      const letters = rest.text.match(LETTER) ?? [];
      const fitting = fittingOf(letters, setting);
      pieces.push(wordOf(setting.font, letters.slice(0, fitting).join(''), rest.isJoined));
      rest = wordOf(setting.font, letters.slice(fitting).join(''), true);
    }
    return [...pieces, rest];
  });
}

/** How many letters have room on a line, at least one. */
function fittingOf(letters: readonly string[], setting: Setting): number {
  let [fitting, tooMany] = [1, letters.length];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    const tried = wordOf(setting.font, letters.slice(0, middle).join(''), false);
    if (isWhole([tried], setting)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}

/** The first lines; an ellipsis stands for what is left out. */
export function cut(lines: readonly Line[], most: number, setting: Setting): readonly Line[] {
  if (lines.length <= most) return lines;
  return lines
    .slice(0, most)
    .map((line, index) => (index === most - 1 ? ended(line, setting) : line));
}

/** As much of a line as leaves room for an ellipsis. */
function ended(line: Line, setting: Setting): Line {
  const last = line.at(-1);
  if (last === undefined) return [];
  const rest = line.slice(0, -1);
  // An ellipsis stands for the end of a sentence, and for a comma.
  const text = last.text.replace(/[\s.,:;…–—-]+$/u, '');
  const shorter = [...rest, wordOf(setting.font, `${text}…`, last.isJoined)];
  if (text !== '' && isOneLine(shorter, setting)) return shorter;
  if (rest.length > 0) return ended(rest, setting);
  const letters = text.match(LETTER) ?? [];
  return letters.length < 2
    ? shorter
    : ended([wordOf(setting.font, letters.slice(0, -1).join(''), last.isJoined)], setting);
}

function isOneLine(line: Line, setting: Setting): boolean {
  return isWhole(line, setting) && wrapped(line, setting).length === 1;
}
