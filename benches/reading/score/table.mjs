// The figures as tables for people.

const cell = (value) => (value === null || value === undefined ? '-' : typeof value === 'number' ? (Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)) : String(value));

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join('  ');
  process.stdout.write(`\n${[head, ...rows].map(line).join('\n')}\n`);
}

export function print({ groups, fields, times }) {
  process.stdout.write('\nWords against poppler (recall, precision) and against what was printed (printed, extra: 1 is none); order as the sample scorer has it; next: nothing between neighbours; whole: phrases in one piece; dated: dates beside their entry.\n');
  const keys = ['files', 'recall', 'precision', 'printed', 'extra', 'order', 'next', 'whole', 'dated'];
  table(['', ...keys], Object.entries(groups).flatMap(([title, rows]) => Object.entries(rows).map(([name, row]) => [`${title}: ${name}`, ...keys.map((key) => cell(row[key]))])));
  process.stdout.write('\nFields; for pdf.js those that our rules find in its text.\n');
  const names = ['name', 'emails', 'phones', 'sections', 'experience', 'dates', 'education', 'skills'];
  table(['', ...names], Object.entries(fields).flatMap(([title, rows]) => Object.entries(rows).map(([name, row]) => [`${title}: ${name}`, ...names.map((key) => cell(row[key]))])));
  if (!times) return;
  process.stdout.write(`\nTime a file in Chromium, ${times.files} files, ms. Memory: the most that the worker held, MB.\n`);
  const columns = ['median', 'p95', 'max', 'memory'];
  const rows = Object.entries(times).filter(([, row]) => row.median);
  table(['', ...columns], rows.map(([name, row]) => [name, ...columns.map((key) => cell(row[key]))]));
  for (const [name, { ratio }] of rows) {
    if (ratio) process.stdout.write(`${name}: ${ratio.median} times as long by the medians, ${ratio.p95} by the 95th percentiles, ${ratio.pairs} in the median of the ratios of each file.\n`);
  }
}
