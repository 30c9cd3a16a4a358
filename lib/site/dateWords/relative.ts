/** The words of labels such as "2 months ago". This module is part of a script for browsers. */
export interface RelativeWords {
  readonly now: string;
  /** `#` is the number with its unit. */
  readonly past: string;
  readonly future: string;
  /** Minute, hour, day, month, year; the forms of each that go with different numbers. */
  readonly units: string;
  /** The same in phrases about the future, where the language has other forms there. */
  readonly ahead?: string;
}

/** By language. The phrases are those of the Unicode CLDR; for Turkmen's future, of its grammar. */
export const RELATIVE_WORDS: Readonly<Record<string, RelativeWords>> & {
  readonly en: RelativeWords;
} = {
  en: {
    now: 'just now',
    past: '# ago',
    future: 'in #',
    units: 'minute|minutes hour|hours day|days month|months year|years',
  },
  ru: {
    now: 'только что',
    past: '# назад',
    future: 'через #',
    units: 'минуту|минуты|минут час|часа|часов день|дня|дней месяц|месяца|месяцев год|года|лет',
  },
  kk: {
    now: 'жаңа ғана',
    past: '# бұрын',
    future: '# кейін',
    units: 'минут сағат күн ай жыл',
    ahead: 'минуттан сағаттан күннен айдан жылдан',
  },
  ky: {
    now: 'жаңы эле',
    past: '# мурун',
    future: '# кийин',
    units: 'мүнөт саат күн ай жыл',
    ahead: 'мүнөттөн сааттан күндөн айдан жылдан',
  },
  tg: {
    now: 'ҳозир',
    past: '# пеш',
    future: 'пас аз #',
    units: 'дақиқа соат рӯз моҳ сол',
  },
  uz: {
    now: 'hozirgina',
    past: '# oldin',
    future: '# keyin',
    units: 'daqiqa soat kun oy yil',
    ahead: 'daqiqadan soatdan kundan oydan yildan',
  },
  tk: {
    now: 'ýaňy',
    past: '# öň',
    future: '# soň',
    units: 'minut sagat gün aý ýyl',
    ahead: 'minutdan sagatdan günden aýdan ýyldan',
  },
};
