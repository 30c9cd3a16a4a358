/** How a language writes days and months. */
export interface CalendarWords {
  /** January to December, as within a date. */
  readonly months: string;
  /** The same for a month that stands with its year alone, where they differ. */
  readonly alone?: string;
  /** `D`, `M` and `Y` are the day, the month's name and the year. */
  readonly day: string;
  readonly month: string;
  /** A day of this year. */
  readonly dayMonth: string;
}

/** By language, as newspapers there print dates and the Unicode CLDR has them. */
export const CALENDAR_WORDS: Readonly<Record<string, CalendarWords>> = {
  en: {
    months: 'January February March April May June July August September October November December',
    day: 'D M Y',
    dayMonth: 'D M',
    month: 'M Y',
  },
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    alone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    day: 'D M Y г.',
    dayMonth: 'D M',
    month: 'M Y г.',
  },
  kk: {
    months: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
    day: 'Y ж. D M',
    dayMonth: 'D M',
    month: 'Y ж. M',
  },
  ky: {
    months: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    day: 'Y-ж., D-M',
    dayMonth: 'D-M',
    month: 'Y-ж., M',
  },
  tg: {
    // With the ending that ties a month to the year after it.
    months: 'январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри',
    day: 'D M Y',
    dayMonth: 'D M',
    month: 'M Y',
  },
  uz: {
    months: 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr',
    day: 'D-M, Y',
    dayMonth: 'D-M',
    month: 'M, Y',
  },
  tk: {
    months: 'ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr',
    day: 'D M Y',
    dayMonth: 'D M',
    month: 'M Y',
  },
};
