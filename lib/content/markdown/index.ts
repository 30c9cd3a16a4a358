export { anchorsOf } from './anchors';
export { RESERVED_IDS } from './headings';
export { type BodyHeading, type BodyInspection, inspectBody } from './inspect';
export { openingText, plainText } from './plain';
export { portableMarkdown } from './portable';
export type { BodyLabels, Converted, RenderContext } from './render/context';
export { BodyRefusedError, renderBody } from './render/render';
export type { BodyPlace } from './report';
export { type Typography, typographyFor } from './typography';
