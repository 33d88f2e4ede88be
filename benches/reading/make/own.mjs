// A page as Markdown, which our own writer sets as PDF and DOCX
// (`examples/export`).

export function markdown(page) {
  const entry = (one) => [`### ${one.first}`, '', one.second, '', one.when, '', ...one.bullets.map((item) => `- ${item}`), ''];
  const block = (one) => (one.type === 'entry' ? entry(one) : one.type === 'text' ? [one.text, ''] : [...one.items.map((item) => `- ${item}`), '']);
  const section = (section) => [`## ${section.heading}`, '', ...section.blocks.flatMap(block)];
  return [`# ${page.name}`, '', page.headline, '', ...page.contact.flatMap((item) => [item.label ? `${item.label} ${item.text}` : item.text, '']), ...page.main.flatMap(section)].join('\n');
}
