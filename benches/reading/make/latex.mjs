// A page as LaTeX, for pdflatex: T1 fonts, hyphenation, ligatures, kerning.

const SIGNS = { '\\': '\\textbackslash{}', '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '{': '\\{', '}': '\\}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '€': '\\texteuro{}', '–': '--', '—': '---', '|': '\\textbar{}' };
const escape = (text) => text.replace(/[\\&%$#_{}~^€–—|]/g, (sign) => SIGNS[sign]);

const BABEL = { en: 'english', de: 'ngerman', fr: 'french', es: 'spanish', pt: 'portuguese', it: 'italian', nl: 'dutch', pl: 'polish' };
/** Languages that pdflatex sets with the fonts at hand. */
export const LATEX = Object.keys(BABEL);

export function latex(page, style, { modern, babel = true }) {
  return modern ? moderncv(page, style, babel) : article(page, style, babel);
}

/** Straight quotes are active in some languages of babel. */
const preamble = (page, babel) => `\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{textcomp}
${babel ? `\\usepackage[${BABEL[page.language]}]{babel}` : ''}`;

function article(page, style, babel) {
  const side = style.side !== undefined;
  const contact = page.contact.map((item) => (item.label ? `${escape(item.label)} ${escape(item.text)}` : escape(item.text)));
  const name = `{\\${style.smallcaps ? 'scshape' : 'bfseries'}\\LARGE ${style.spaced ? `\\textls[180]{${escape(page.name)}}` : escape(page.name)}}\\\\ {\\large ${escape(page.headline)}}`;
  const heading = page.contactHeading ? `\\section*{${escape(page.contactHeading)}}` : '';
  const aside = `${style.nameInSide ? `{\\raggedright ${name}\\par}` : ''}${style.contactInSide ? `${heading}${contact.join('\\\\\n')}\n` : ''}${sections(page.side, style)}`;
  const main = sections(page.main, style);
  const centre = style.head === 'center' ? 'center' : 'flushleft';
  const top = style.nameInSide ? '' : `\\begin{${centre}}${name}${style.contactInSide ? '' : `\\\\[2pt] ${contact.join(' \\textbullet{} ')}`}\\end{${centre}}`;
  const [left, right] = style.side === 'left' ? [aside, main] : [main, aside];
  const width = style.columns === 'equal' ? 0.5 : style.side === 'left' ? 0.32 : 0.66;
  const body = side ? `\\columnratio{${width}}\\begin{paracol}{2}\\raggedright ${left}\\switchcolumn\\raggedright ${right}\\end{paracol}` : main;
  return `\\documentclass[10pt,a4paper]{article}${preamble(page, babel)}
\\usepackage[margin=18mm]{geometry}\\usepackage{enumitem}\\usepackage{titlesec}${style.smallcaps ? '' : '\\usepackage{microtype}'}\\usepackage{paracol}\\usepackage{array}\\usepackage[hidelinks]{hyperref}
${style.font === 'sans' ? '\\usepackage{lmodern}\\renewcommand{\\familydefault}{\\sfdefault}' : style.smallcaps ? '' : '\\usepackage{lmodern}'}
\\pagestyle{empty}\\setlength{\\parindent}{0pt}\\setlist{nosep,leftmargin=1.2em}
\\titleformat{\\section}{\\large\\bfseries${style.spaced ? '\\lsstyle' : ''}${style.smallcaps ? '\\mdseries\\scshape' : ''}}{}{0pt}{}${side ? '' : '[\\titlerule]'}\\titlespacing*{\\section}{0pt}{8pt}{4pt}
\\begin{document}
${top}
${body}
\\end{document}`;
}

const sections = (list, style) => list.map((section) => `\\section*{${escape(section.heading)}}\n${section.blocks.map((one) => block(one, style)).join('\n\n')}`).join('\n\n');
const items = (list) => (list.length > 0 ? `\\begin{itemize}${list.map((item) => `\\item ${escape(item)}`).join('\n')}\\end{itemize}` : '');

function block(one, style) {
  if (one.type === 'text') return escape(one.text);
  if (one.type === 'chips') return one.items.map((item) => `\\fbox{${escape(item)}}`).join(' ');
  if (one.type === 'grid') return rows(one.items.map(escape));
  if (one.type === 'list') return items(one.items);
  const [a, b, when] = [`\\textbf{${escape(one.first)}}`, escape(one.second), escape(one.when)];
  const list = items(one.bullets);
  switch (style.entry) {
    case 'inline':
      return `${a}, ${b} (${when})\n${list}`;
    case 'below':
      return `${a} | ${b}\\\\ ${when}\n${list}`;
    case 'stacked':
      return `${a}\\\\ \\textit{${b}}\\\\ ${when}\n${list}`;
    case 'left': {
      const rule = style.ruled ? '|' : '';
      const line = style.ruled ? '\\hline' : '';
      return `\\begin{tabular}{${rule}p{30mm}${rule}p{${style.side ? 70 : 132}mm}${rule}}${line} ${when} & ${a}\\newline ${b} ${list} \\\\ ${line}\\end{tabular}`;
    }
    default:
      return `${a}\\hfill ${when}\\\\ \\textit{${b}}\n${list}`;
  }
}

function rows(cells) {
  const lines = [];
  for (let index = 0; index < cells.length; index += 3) lines.push([...cells.slice(index, index + 3), '', ''].slice(0, 3).join(' & '));
  return `\\begin{tabular}{lll}${lines.join('\\\\ ')}\\end{tabular}`;
}

/** Icons from pifont, so that the 500 MB with the class's own are not needed. */
const ICONS = `\\usepackage{lmodern}\\usepackage{pifont}\\makeatletter\\@namedef{ver@fontawesome5.sty}{2022/01/01}\\@namedef{opt@fontawesome5.sty}{}\\makeatother
\\def\\faMobile*{\\ding{38}}\\def\\faPhone*{\\ding{37}}\\def\\faEnvelope[#1]{\\ding{41}}\\def\\faCircle[#1]{\\textbullet}\\def\\faGlobeAmericas{\\ding{43}}
`;

/** The class that most LaTeX CVs are made with; its own label column. */
function moderncv(page, style, babel) {
  const find = (kind) => page.contact.find((item) => item.kind === kind);
  const [first, ...rest] = page.name.split(' ');
  const entry = (one) => `\\cventry{${escape(one.when)}}{${escape(one.first)}}{${escape(one.second)}}{}{}{${items(one.bullets)}}`;
  const part = (one) => (one.type === 'entry' ? entry(one) : one.type === 'text' ? `\\cvitem{}{${escape(one.text)}}` : one.items.map((item) => `\\cvlistitem{${escape(item)}}`).join('\n'));
  const link = find('link');
  return `\\documentclass[10pt,a4paper,${style.font === 'sans' ? 'sans' : 'roman'}]{moderncv}${ICONS}\\moderncvstyle{${style.columns === 'labels' ? 'classic' : 'banking'}}\\moderncvcolor{blue}
${preamble(page, babel)}\\usepackage[scale=.8]{geometry}
\\name{${escape(first)}}{${escape(rest.join(' '))}}\\title{${escape(page.headline)}}\\address{${escape(find('address').text)}}{}{}\\phone[mobile]{${escape(find('phone').text)}}\\email{${find('email').text}}${link ? `\\homepage{${link.text}}` : ''}
\\begin{document}\\makecvtitle
${page.main.map((section) => `\\section{${escape(section.heading)}}\n${section.blocks.map(part).join('\n')}`).join('\n')}
\\end{document}`;
}
