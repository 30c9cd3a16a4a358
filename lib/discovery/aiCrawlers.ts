/** Why a crawler comes: to collect what models are trained on, or to answer people who ask. */
export type CrawlerPurpose = 'training' | 'answers';

/**
 * Crawlers of AI companies by the names that they obey in robots.txt, from what their operators
 * publish about them; read in November 2026.
 */
export const AI_CRAWLERS: readonly (readonly [name: string, purpose: CrawlerPurpose])[] = [
  // OpenAI
  ['GPTBot', 'training'],
  ['OAI-SearchBot', 'answers'],
  ['ChatGPT-User', 'answers'],
  // Anthropic
  ['ClaudeBot', 'training'],
  ['Claude-SearchBot', 'answers'],
  ['Claude-User', 'answers'],
  // Google and Apple: names that only say what may be done with what their search has read.
  ['Google-Extended', 'training'],
  ['Applebot-Extended', 'training'],
  // Meta
  ['Meta-ExternalAgent', 'training'],
  ['Meta-ExternalFetcher', 'answers'],
  ['Meta-WebIndexer', 'answers'],
  // Amazon
  ['Amazonbot', 'training'],
  ['Amzn-SearchBot', 'answers'],
  ['Amzn-User', 'answers'],
  // Perplexity
  ['PerplexityBot', 'answers'],
  ['Perplexity-User', 'answers'],
  // Mistral
  ['MistralAI-Training', 'training'],
  ['MistralAI-Index', 'answers'],
  ['MistralAI-User', 'answers'],
  // DuckDuckGo
  ['DuckAssistBot', 'answers'],
  // Common Crawl, ByteDance, Cohere, and others who collect for models
  ['CCBot', 'training'],
  ['Bytespider', 'training'],
  ['cohere-training-data-crawler', 'training'],
  ['AI2Bot', 'training'],
  ['Diffbot', 'training'],
  ['omgili', 'training'],
  ['webzio-extended', 'training'],
];
