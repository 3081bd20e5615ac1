import { button, icon } from "./button.ts";
import { element } from "./elements.ts";
import type { Words } from "./words.ts";

/** A line at the foot of the panel that says what is not as one would expect. */
export interface Notice {
  readonly element: HTMLElement;
  readonly say: (text: string, offer?: Offer) => void;
  readonly hide: () => void;
}

/** What somebody may do about it. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
  /** Called where somebody has read it and does nothing. */
  readonly dismissed: () => void;
}

export function notice(words: Words): Notice {
  const text = element("span", { role: "status" });
  const box = element("div", { class: "notice" }, text);
  box.hidden = true;
  const hide = (): void => {
    box.hidden = true;
    text.textContent = "";
  };
  return {
    element: box,
    hide,
    say(said, offer) {
      if (!box.hidden && text.textContent === said) return;
      box.hidden = false;
      box.replaceChildren(text, ...(offer ? [accept(offer), dismiss(offer)] : []));
      text.textContent = said;
    },
  };

  function accept({ label, run }: Offer): Node {
    const made = button(label, run, label);
    made.classList.add("offer");
    return made;
  }

  function dismiss({ dismissed }: Offer): Node {
    const leave = (): void => {
      hide();
      dismissed();
    };
    return button(words.dismiss, leave, icon("M4 4l8 8M12 4l-8 8"));
  }
}
