/** The colours of a picture, by what they mean. */
export interface Colours {
  /** The sheet, and the ground of each storey. */
  readonly paper: string;
  readonly why: string;
  readonly what: string;
  readonly how: string;
  /** Text, and text of less weight. */
  readonly ink: string;
  readonly muted: string;
  /** The colour of each storey, for text and lines. */
  readonly whyInk: string;
  readonly whatInk: string;
  readonly howInk: string;
  /** What is filled with its storey's colour, and the text on it. */
  readonly roof: string;
  readonly onRoof: string;
  readonly wall: string;
  readonly onWall: string;
  /** Walls that are not core. */
  readonly pale: string;
  readonly tile: string;
  readonly room: string;
  readonly line: string;
  readonly partition: string;
  readonly flow: string;
  /** What shades a tile, the more the more weight it has. */
  readonly heat: string;
  readonly error: string;
  readonly onError: string;
  readonly warning: string;
  readonly onWarning: string;
  readonly info: string;
  readonly onInfo: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly focus: string;
  /** Tones that stand beside each other: told apart by those who see few colours too. */
  readonly tone0: string;
  readonly tone1: string;
  readonly tone2: string;
  readonly tone3: string;
  readonly tone4: string;
  readonly tone5: string;
  readonly tone6: string;
  readonly tone7: string;
}

/** Black on white, and white on black, for those who need it; the former is how a picture is printed, too. */
export type PlainTheme = "light" | "dark" | "contrast" | "contrast-light";

/** `auto` is light or dark, as the system of whoever looks at it is; `vscode` is what the editor is. */
export type ThemeName = PlainTheme | "auto" | "vscode";

const light: Colours = {
  paper: "#ffffff",
  why: "#fbf6ea",
  what: "#eef3f8",
  how: "#eff5f4",
  ink: "#18222f",
  muted: "#566172",
  whyInk: "#866000",
  whatInk: "#1f4468",
  howInk: "#2c5f5d",
  roof: "#f2c14e",
  onRoof: "#2b1e00",
  wall: "#1f4468",
  onWall: "#ffffff",
  pale: "#d5e0eb",
  tile: "#ffffff",
  room: "#ffffff",
  line: "#6f8a88",
  partition: "#778f8d",
  flow: "#4f7a78",
  heat: "#2a9d8f",
  error: "#c22535",
  onError: "#ffffff",
  warning: "#f0b323",
  onWarning: "#2a1d00",
  info: "#2d6cb5",
  onInfo: "#ffffff",
  added: "#1a7f42",
  removed: "#c22535",
  changed: "#9a5b00",
  focus: "#0a6cff",
  tone0: "#0072b2",
  tone1: "#d55e00",
  tone2: "#00876c",
  tone3: "#b5548a",
  tone4: "#b07c00",
  tone5: "#2f87c0",
  tone6: "#6a3d9a",
  tone7: "#6b6b6b",
};

const dark: Colours = {
  paper: "#14181e",
  why: "#1e1a12",
  what: "#16202b",
  how: "#182122",
  ink: "#e9edf2",
  muted: "#a3aebb",
  whyInk: "#e3b75f",
  whatInk: "#8fbbe8",
  howInk: "#9fcac6",
  roof: "#e0b45c",
  onRoof: "#221803",
  wall: "#3f73a8",
  onWall: "#ffffff",
  pale: "#28405a",
  tile: "#232a31",
  room: "#1e2a37",
  line: "#6c8388",
  partition: "#5f7378",
  flow: "#86aaa7",
  heat: "#2a8f84",
  error: "#ff6b74",
  onError: "#2b0004",
  warning: "#f5c044",
  onWarning: "#2a1d00",
  info: "#6fb0ff",
  onInfo: "#00183a",
  added: "#5fd08a",
  removed: "#ff7b84",
  changed: "#f0b860",
  focus: "#6fb0ff",
  tone0: "#4da3e0",
  tone1: "#ff8a4c",
  tone2: "#3ecfa0",
  tone3: "#e6a0c6",
  tone4: "#f2c14e",
  tone5: "#a5dcff",
  tone6: "#b79af0",
  tone7: "#b8b8b8",
};

const contrast: Colours = {
  paper: "#000000",
  why: "#000000",
  what: "#000000",
  how: "#000000",
  ink: "#ffffff",
  muted: "#ffffff",
  whyInk: "#ffd75e",
  whatInk: "#7fd4ff",
  howInk: "#ffffff",
  roof: "#ffd75e",
  onRoof: "#000000",
  wall: "#7fd4ff",
  onWall: "#000000",
  pale: "#000000",
  tile: "#000000",
  room: "#000000",
  line: "#ffffff",
  partition: "#ffffff",
  flow: "#ffffff",
  heat: "#ffffff",
  error: "#ff8a92",
  onError: "#000000",
  warning: "#ffd75e",
  onWarning: "#000000",
  info: "#9fd0ff",
  onInfo: "#000000",
  added: "#7dffa8",
  removed: "#ff8a92",
  changed: "#ffd75e",
  focus: "#f38518",
  tone0: "#4da3e0",
  tone1: "#ff8a4c",
  tone2: "#3ecfa0",
  tone3: "#ffb0dc",
  tone4: "#ffd75e",
  tone5: "#c2e9ff",
  tone6: "#c9b3ff",
  tone7: "#ffffff",
};

/** What the light theme does with colour is done with ink, and what is left of colours is dark. */
const contrastLight: Colours = {
  ...light,
  why: "#ffffff",
  what: "#ffffff",
  how: "#ffffff",
  ink: "#000000",
  muted: "#000000",
  whyInk: "#5c4100",
  whatInk: "#12365a",
  howInk: "#000000",
  wall: "#12365a",
  pale: "#ffffff",
  line: "#000000",
  partition: "#000000",
  flow: "#000000",
  heat: "#000000",
  error: "#a3001b",
  info: "#0b4a8f",
  added: "#0a5c2b",
  removed: "#a3001b",
  changed: "#6b3f00",
};

export const themes: Readonly<Record<PlainTheme, Colours>> = {
  light,
  dark,
  contrast,
  "contrast-light": contrastLight,
};
