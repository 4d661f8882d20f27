// CHANGELOG.md, in the form of keepachangelog.com: a section a version, the newest first, links at the end.

const HEADING = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/;

/** Sections by version in their order, each with its date and text; `Unreleased` is one. */
export function sectionsOf(text) {
  const sections = [];
  for (const line of text.replace(/\n(?:\[[^\]]+\]: \S+\n?)+$/, '\n').split('\n')) {
    const [heading, version, date] = HEADING.exec(line) ?? [];
    if (heading !== undefined) sections.push({ version, date, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return new Map(sections.map(({ version, date, lines }) => [version, { date, text: lines.join('\n').trim() }]));
}

/** Text of one version, for the page of its release. Throws where there is none. */
export function notesOf(text, version) {
  const section = sectionsOf(text).get(version);
  if (section === undefined || section.text === '')
    throw new Error(`CHANGELOG.md says nothing about ${version}: it needs a section "## [${version}] - YYYY-MM-DD".`);
  if (section.date === undefined)
    throw new Error(`CHANGELOG.md gives ${version} no date: "## [${version}] - YYYY-MM-DD".`);
  return section.text;
}

/** The text with what was unreleased as the section of a version. Throws where nothing is unreleased. */
export function withRelease(text, { version, date, repository }) {
  const sections = sectionsOf(text);
  if (sections.has(version)) return withLinks(text, { repository });
  if ((sections.get('Unreleased')?.text ?? '') === '')
    throw new Error(`CHANGELOG.md: "## [Unreleased]" is empty, so there is nothing to release as ${version}.`);
  const released = text.replace(/^## \[Unreleased\]$/m, `## [Unreleased]\n\n## [${version}] - ${date}`);
  return withLinks(released, { repository });
}

/** The links of all headings: what changed since the version before, or the release itself for the first one. */
function withLinks(text, { repository }) {
  const versions = [...sectionsOf(text).keys()];
  const url = `https://github.com/${repository}`;
  const link = (version, index) => {
    const before = versions[index + 1];
    const to = version === 'Unreleased' ? 'HEAD' : `v${version}`;
    return before === undefined ? `${url}/releases/tag/${to}` : `${url}/compare/v${before}...${to}`;
  };
  const lines = versions.map((version, index) => `[${version}]: ${link(version, index)}`);
  return `${text.replace(/\n(?:\[[^\]]+\]: \S+\n?)+$/, '\n').trimEnd()}\n\n${lines.join('\n')}\n`;
}
