import { article, type BadInput, NEW } from './case';

/** An article that is added to the sound ones, with this body; its text begins in line 9. */
function body(text: string): BadInput['write'] {
  return (on) => on.write(NEW, article(text));
}

/** Faults in Markdown. The article is one more than the sound ones, so that none is ever gone. */
export const BAD_BODIES: readonly BadInput[] = [
  {
    name: 'ten thousand nested quotes',
    write: body(`${'> '.repeat(10_000)}deep`),
    problems: [`${NEW}:9:1 error nesting`],
    says: 'nested',
  },
  {
    name: 'ten thousand nested lists',
    write: body(`${'- '.repeat(10_000)}deep`),
    problems: [`${NEW}:9:1 error nesting`],
  },
  {
    name: 'an image that does not exist',
    write: body('Look: ![A bank](media/bank.png)'),
    problems: [`${NEW}:9:17 error unknown-media`],
  },
  {
    name: 'an image that escapes the publication',
    write: body('Look: ![A bank](media/../../../etc/passwd)'),
    problems: [`${NEW}:9:17 error image-path`],
  },
  {
    name: 'an image of another site',
    write: body('Look: ![A bank](https://tracker.example/a.png)'),
    problems: [`${NEW}:9:17 error foreign-image`],
  },
  {
    name: 'an image without an alternative text',
    write: body('Look: ![](media/river.png)'),
    problems: [`${NEW}:9:7 error image-alt`],
  },
  {
    name: 'a link that runs a script',
    write: body('Read [this](javascript:alert(1)).'),
    problems: [`${NEW}:9:13 error unsafe-link`],
  },
  {
    name: 'a link to a file beside it',
    write: body('Read [this](dam-opens.md).'),
    problems: [`${NEW}:9:13 error relative-link`],
  },
  {
    name: 'an unknown block',
    write: body('One.\n\n:::factbux\nText.\n:::'),
    problems: [`${NEW}:11:4 error unknown-directive`],
    says: 'Did you mean "factbox"?',
  },
];

/** Raw HTML: reported as a warning, left out of the page, and the article stays. */
export const RAW_HTML: readonly BadInput[] = [
  {
    name: 'a script',
    write: body('Before.\n\n<script>alert(1)</script>\n\nAfter.'),
    problems: [`${NEW}:11:1 warning raw-html`],
    says: '<script>',
  },
  {
    name: 'an event handler',
    write: body('Before <img src=x onerror=alert(1)> after.'),
    problems: [`${NEW}:9:8 warning raw-html`],
    says: '<img>',
  },
  {
    name: 'a foreign frame',
    write: body('Before.\n\n<iframe src="https://tracker.example"></iframe>\n\nAfter.'),
    problems: [`${NEW}:11:1 warning raw-html`],
  },
  {
    name: 'a style',
    write: body('Before <b style="position:fixed" onclick="alert(1)">loud</b> after.'),
    problems: [`${NEW}:9:8 warning raw-html`],
  },
];
