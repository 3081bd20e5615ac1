import { locate } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Relation } from "../../server/model/model.ts";
import type { Snapshot } from "../../server/model/snapshot.ts";
import { describe } from "../../server/review/describe.ts";
import { verdictOf } from "../../server/rules/check.ts";

/** Everything that can be seen of a snapshot: projects with their files, elements, relations and findings in place. */
export function seen({ projects }: Snapshot): unknown {
  return [...projects.values()]
    .map((project) => {
      const model = modelOf(project);
      const { findings, waived } = verdictOf(project);
      return {
        root: project.root,
        files: project.files.map(({ path }) => path),
        elements: describe(model).map(({ element, properties }) => [
          element.kind.name,
          element.name,
          element.path,
          element.parent?.name,
          [...properties],
        ]),
        relations: model.relations.map(({ type, from, to, site }) => [
          type,
          from.name,
          to.name,
          locate(model, site),
        ]),
        incoming: model.elements.map((element) => model.incoming.get(element)?.map(nameOf)),
        outgoing: model.elements.map((element) => model.outgoing.get(element)?.map(nameOf)),
        named: [...model.byName].map(([name, element]) => `${name}: ${element.title ?? ""}`).toSorted(),
        language: model.findings.map(({ rule, message }) => [rule, message.en].join()).toSorted(),
        findings: findings.map(({ rule, severity, message, element, site, suggestion, related }) => [
          rule,
          severity,
          message.en,
          element,
          site.path,
          locate(model, site),
          suggestion,
          related.map((other) => [other.message.fr, other.site.path, locate(model, other.site)]),
        ]),
        waived: waived.map(({ finding, waiver }) => [finding.rule, waiver.element]),
      };
    })
    .toSorted((a, b) => (a.root < b.root ? -1 : 1));
}

function nameOf({ type, from, to }: Relation): string {
  return `${from.name} ${type} ${to.name}`;
}
