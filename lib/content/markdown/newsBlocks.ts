/** What a news block is written like. */
export interface NewsBlock {
  /** `:::name` to `:::` around text, or a single line `::name`. */
  readonly form: 'container' | 'leaf';
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether there must be text between its fences. */
  readonly needsText: boolean;
  /** How an editor writes it, for messages. */
  readonly example: string;
}

/** The news blocks, by name. All else in the form of a directive is an error. */
export const NEWS_BLOCKS: ReadonlyMap<string, NewsBlock> = new Map([
  [
    'figure',
    {
      form: 'container',
      required: ['src', 'alt'],
      optional: ['credit'],
      needsText: false,
      example: ':::figure{src="media/NAME" alt="..." credit="..."}',
    },
  ],
  [
    'pullquote',
    {
      form: 'container',
      required: [],
      optional: ['by'],
      needsText: true,
      example: ':::pullquote{by="..."}',
    },
  ],
  [
    'factbox',
    {
      form: 'container',
      required: ['title'],
      optional: [],
      needsText: true,
      example: ':::factbox{title="..."}',
    },
  ],
  [
    'embed',
    {
      form: 'leaf',
      required: ['url', 'title'],
      optional: ['poster'],
      needsText: false,
      example: '::embed{url="https://..." title="..."}',
    },
  ],
]);
