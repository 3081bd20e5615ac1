import {
  BlockComment,
  Doc,
  LineComment,
  Name,
  Numeric,
  OpenComment,
  OpenString,
  Quoted,
  TextBlock,
  tokenize,
} from "../../../grammar/tokens.ts";
import type { SourceFile } from "../../../grammar/text.ts";
import { CONFIG_FILE } from "../../model/config.ts";
import { modelOf } from "../../model/link.ts";
import type { Project } from "../../model/snapshot.ts";
import { neutralNumbers, type NeutralNumbers, type Token } from "./numbers.ts";
import { neutralSettings } from "./settings.ts";
import { inLines, neutralTexts, type NeutralTexts } from "./texts.ts";
import { neutralWords, type NeutralWords } from "./words.ts";

/**
 * Feature: An anonymised copy
 *
 * A copy of an architecture to report a problem with: the same elements and relations, the same mistakes in the same lines,
 * and no word of it that is not one of the language. Names, titles, texts, comments, addresses, amounts and the names of
 * the files are others. It works sign by sign, so that it does the same with what cannot be read.
 */
export function anonymised(project: Project): readonly SourceFile[] {
  const { files, configFile } = project;
  const model = modelOf(project);
  const words = neutralWords(model);
  const neutral = { words, texts: neutralTexts(model, words), numbers: neutralNumbers(files) };
  const digits = String(files.length).length;
  // The order of the files stays, since of two elements with one name the first counts.
  const copies = files.map(({ text }, index) => ({
    path: `file-${String(index + 1).padStart(digits, "0")}.bizarch`,
    text: neutralText(text, neutral),
  }));
  const settings = configFile && {
    path: CONFIG_FILE,
    text: neutralSettings(configFile.text),
  };
  return settings ? [settings, ...copies] : copies;
}

interface Neutral {
  readonly words: NeutralWords;
  readonly texts: NeutralTexts;
  readonly numbers: NeutralNumbers;
}

/** Each sign or another in its place, and all that is between them. */
function neutralText(text: string, neutral: Neutral): string {
  const tokens = tokenize(text);
  let written = "";
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    const { startOffset, image } = token;
    written += text.slice(end, startOffset) + neutralToken(token, tokens[index + 1], neutral);
    end = startOffset + image.length;
  }
  return written + text.slice(end);
}

function neutralToken(token: Token, next: Token | undefined, { words, texts, numbers }: Neutral): string {
  const { image, tokenType } = token;
  switch (tokenType) {
    case Name:
      return words(image);
    case Numeric:
      return numbers(token, next);
    case Quoted:
    case TextBlock:
      return texts.string(image, "closed");
    case OpenString:
      return texts.string(image, "open");
    case Doc:
      return `///${texts.doc(image.slice(3))}`;
    case LineComment:
    case OpenComment:
      return image.slice(0, 2) + inLines(image.slice(2), "Comment");
    case BlockComment:
      return `/*${inLines(image.slice(2, -2), "Comment")}*/`;
    default:
      return SIGN.test(image) ? image : "¤";
  }
}

/** Signs that the language, or somebody who knows another one, may write: they tell nothing. */
const SIGN = /^(?:[\u0000-\u007f]+|[“”„«»‹›‘’→⇒➔⟶➜–—…€£])$/u;
