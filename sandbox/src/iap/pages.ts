/** Text as HTML shows it. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1>${body}</body></html>\n`;
}

/** Sign-in page. The stand-in believes any address; the policy decides who has access. */
export function signInPage(path: string, continueTo: string): string {
  return page(
    'Sign in (sandbox)',
    `<form action="${escaped(path)}"><label>E-mail <input name="email" type="email" required autofocus></label><input type="hidden" name="continue" value="${escaped(continueTo)}"><button>Sign in</button></form>`,
  );
}

/** Page for a person whom the policy does not allow. */
export function deniedPage(email: string, signInPath: string): string {
  return page(
    "You don't have access",
    `<p>${escaped(email)} may not open this page.</p><p><a href="${escaped(signInPath)}">Use another account</a></p>`,
  );
}
