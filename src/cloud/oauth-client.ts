import { isObject } from '../json.js';

/** OAuth client of a web application. */
export interface OauthClient {
  readonly id: string;
  readonly secret: string;
}

/** Reads the JSON file of a client as the console gives it; undefined for anything but a whole client of a web application. */
export function oauthClientOf(text: string): OauthClient | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  const web = isObject(file) ? file.web : undefined;
  if (!isObject(web)) return undefined;
  const { client_id: id, client_secret: secret } = web;
  if (typeof secret !== 'string' || secret === '') return undefined;
  return typeof id === 'string' && /^[\w.-]+\.apps\.googleusercontent\.com$/.test(id) ? { id, secret } : undefined;
}
