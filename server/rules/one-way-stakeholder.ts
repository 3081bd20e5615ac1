import { siteOf, type Element } from "../model/model.ts";
import { ofKind, titleOf } from "../model/query.ts";
import { groupBy } from "./group.ts";
import page from "./one-way-stakeholder.md";
import { defineRule } from "./rule.ts";
import { hasValues, valuesIn, type Half } from "./value-chain.ts";

export const oneWayStakeholder = defineRule({
  name: "one-way-stakeholder",
  severity: "warning",
  page,
  messages: {
    gives: (name) => ({
      en: `'${name}' gives value and is given none: who gains nothing leaves as soon as there is a way. Say what comes back, with 'value … -> ${name}'.`,
      fr: `« ${name} » donne de la valeur et n'en reçoit pas : qui n'y gagne rien part dès qu'il le peut. Dites ce qui lui revient, avec « value … -> ${name} ».`,
    }),
    takes: (name) => ({
      en: `'${name}' is given value and gives none: the chain is paid for by somebody else, who may stop. Say what comes back, with 'value ${name} -> …'.`,
      fr: `« ${name} » reçoit de la valeur et n'en donne pas : quelqu'un d'autre paie pour lui, et peut cesser. Dites ce qu'il apporte, avec « value ${name} -> … ».`,
    }),
  },
  check: (model, report) => {
    if (!hasValues(model)) return;
    // What somebody gives to themselves is no exchange.
    const values = valuesIn(model).filter(({ from, to }) => from !== to);
    const given = groupBy(values, ({ from }) => from);
    const taken = groupBy(values, ({ to }) => to);
    for (const element of ofKind(model, "stakeholder")) {
      const gives = given.get(element);
      const takes = taken.get(element);
      if (gives && !takes) report({ element, related: gives.map(told) }, "gives", element.name);
      if (takes && !gives) report({ element, related: takes.map(told) }, "takes", element.name);
    }
  },
});

function told({ element }: Half) {
  return { message: said(element), site: siteOf(element) };
}

function said(value: Element) {
  const what = titleOf(value) ?? value.name;
  return { en: `Here: '${what}'.`, fr: `Ici : « ${what} ».` };
}
