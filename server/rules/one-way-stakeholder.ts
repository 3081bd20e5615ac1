import { edgesOf, ofKind } from "../model/query.ts";
import page from "./one-way-stakeholder.md";
import { defineRule } from "./rule.ts";

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
      fr: `« ${name} » reçoit de la valeur et n'en donne pas : la chaîne est payée par quelqu'un d'autre, qui peut cesser. Dites ce qu'il apporte, avec « value ${name} -> … ».`,
    }),
  },
  check: (model, report) => {
    const values = edgesOf(model, "value");
    const giving = new Set(values.map(({ ends }) => ends.from));
    const taking = new Set(values.map(({ ends }) => ends.to));
    for (const element of ofKind(model, "stakeholder")) {
      if (giving.has(element) && !taking.has(element)) report({ element }, "gives", element.name);
      if (taking.has(element) && !giving.has(element)) report({ element }, "takes", element.name);
    }
  },
});
