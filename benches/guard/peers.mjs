// What a guard in ten lines would do.

const words = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}+#.,'’-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu) ?? [];
const stem = (word) => word.toLowerCase().replace(/(ing|ed|es|s|e)$/u, '');

/** Every word of four letters or more, and every number, whose stem the CV does not have. */
export function everyWord({ cv, edit }) {
  const known = new Set(words(cv).map(stem));
  return words(edit).filter((word) => (word.length > 3 || /\d/u.test(word)) && !known.has(stem(word)));
}

/** Every number that the CV does not have in the same digits. */
export function onlyNumbers({ cv, edit }) {
  const known = new Set(cv.match(/\d[\d.,]*/gu) ?? []);
  return (edit.match(/\d[\d.,]*/gu) ?? []).filter((number) => !known.has(number));
}
