/** What can be seen of a page with all folded parts open. */
export interface Look {
  /** What is wider than its place: `page`, or names of elements. */
  readonly wide: readonly string[];
  /** Tables and blocks of code that nobody sees. */
  readonly hidden: readonly string[];
  readonly tables: number;
  /** Families that were loaded, for text that is there. */
  readonly fonts: readonly string[];
  /** Each pair of a colour of text and the one behind it. */
  readonly colours: readonly { readonly text: string; readonly back: string }[];
}

/** Expression that looks at a page, for Page.evaluate: it runs in the browser, where nothing of ours is. */
export const LOOK = `(() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const blocks = [...document.querySelectorAll('table, pre')];
  const name = (one) => one.localName;
  const backOf = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pairs = new Map();
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() === '') continue;
    const one = walker.currentNode.parentElement;
    const pair = { text: getComputedStyle(one).color, back: backOf(one) };
    pairs.set(JSON.stringify(pair), pair);
  }
  const page = document.documentElement;
  const wide = [...blocks, ...document.querySelectorAll('article')].filter((one) => one.scrollWidth > one.clientWidth);
  return {
    wide: [...(page.scrollWidth > page.clientWidth ? ['page'] : []), ...wide.map(name)],
    hidden: blocks.filter((one) => !one.checkVisibility() || one.getBoundingClientRect().height < 20).map(name),
    tables: blocks.filter((one) => one.localName === 'table').length,
    fonts: [...new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')))].sort(),
    colours: [...pairs.values()],
  };
})()`;

/** Contrast of two opaque colours, as CSS writes them: 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (parts === null) throw new Error(`${colour} is no opaque colour`);
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
