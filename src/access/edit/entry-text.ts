import { Document, isMap, isScalar, type ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Json } from '../../config/model.js';
import type { Style } from './insert.js';

/**
 * An entry of a users file as YAML on one line, in the style of its neighbours: a name alone, or a mapping in braces.
 * @param value content of the entry; its first key holds the name
 */
export function entryText(value: { readonly [key: string]: Json }, { json, neighbours }: Style): string {
  const [[key, name] = ['', '']] = Object.entries(value);
  const onlyName =
    Object.keys(value).length === 1 && !neighbours.some((node) => isMap(node) && node.items.length === 1);
  if (json) return JSON.stringify(onlyName ? name : value);
  const document = new Document();
  const quote = quoteOf(neighbours, key);
  const scalar = new Scalar(name);
  if (quote !== undefined) scalar.type = quote;
  const node = onlyName ? scalar : (document.createNode(value, { flow: true }) as YAMLMap);
  if (node instanceof YAMLMap) node.set(key, scalar);
  // Inside a flow sequence the YAML writer quotes more characters. That is safe outside of one, too.
  const list = new YAMLSeq();
  list.flow = true;
  list.items.push(node);
  document.contents = list as unknown as ParsedNode;
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.trim().slice(1, -1);
}

/** The quotes of the neighbouring names. */
function quoteOf(neighbours: readonly ParsedNode[], key: string): 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | undefined {
  const last = neighbours.at(-1);
  const name = isMap(last) ? last.get(key, true) : last;
  if (!isScalar(name)) return undefined;
  return name.type === 'QUOTE_DOUBLE' || name.type === 'QUOTE_SINGLE' ? name.type : undefined;
}
