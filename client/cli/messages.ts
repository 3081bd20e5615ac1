import type { Message } from "../../grammar/finding.ts";

/** What the command line says when it cannot do what it was asked, and what it finds wrong with a file as a file. */
export const cliMessages = {
  noSuchPath: (path: string): Message => ({
    en: `There is no file or folder '${path}'. Check the path.`,
    fr: `Il n'y a ni fichier ni dossier « ${path} ». Vérifiez le chemin.`,
  }),
  unreadable: (path: string, code: string): Message => ({
    en: `'${path}' cannot be read (${code}). Check its permissions.`,
    fr: `« ${path} » ne peut pas être lu (${code}). Vérifiez ses droits d'accès.`,
  }),
  pinsUnreadable: (file: string): Message => ({
    en: `'${file}' cannot be read as text, so its shapes stand where they stand by themselves. Mend it, or delete it.`,
    fr: `« ${file} » ne se lit pas comme du texte : ses formes restent à leur place d'origine. Corrigez-le ou supprimez-le.`,
  }),
  pinsFlawed: (file: string, lines: readonly number[]): Message => ({
    en: `'${file}' says no place in ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}: the rest of it counts.`,
    fr: `« ${file} » n'indique pas de place ${lines.length === 1 ? "à la ligne" : "aux lignes"} ${lines.join(", ")} : le reste compte.`,
  }),
  unwritable: (path: string, code: string): Message => ({
    en: `'${path}' cannot be written (${code}). Check that its folder is there, and its permissions.`,
    fr: `« ${path} » ne peut pas être écrit (${code}). Vérifiez que son dossier existe, et ses droits d'accès.`,
  }),
  notOurs: (path: string): Message => ({
    en: `'${path}' is not a .bizarch file. Name one, or a folder that holds some.`,
    fr: `« ${path} » n'est pas un fichier .bizarch. Donnez-en un, ou un dossier qui en contient.`,
  }),
  excluded: (path: string): Message => ({
    en: `'${path}' is left out by the bizarch.json of its project, so it was not checked.`,
    fr: `« ${path} » est exclu par le bizarch.json de son projet : il n'a pas été vérifié.`,
  }),
  leftOut: (path: string, why: Message): Message => ({
    en: `'${path}': ${why.en} What it says is not counted.`,
    fr: `« ${path} » : ${why.fr} Ce qu'il dit n'est pas compté.`,
  }),
  notFormatted: (path: string): Message => ({
    en: `'${path}' is left out by the bizarch.json of its project, so it was not formatted.`,
    fr: `« ${path} » est exclu par le bizarch.json de son projet : il n'a pas été mis en forme.`,
  }),
  nothingThere: (): Message => ({
    en: "There is no .bizarch file here.",
    fr: "Il n'y a aucun fichier .bizarch ici.",
  }),
  stdinAlone: (): Message => ({
    en: "'-' is standard input and stands alone. Name the other paths in a run of their own.",
    fr: "« - » désigne l'entrée standard et s'emploie seul. Donnez les autres chemins à part.",
  }),
  notADay: (text: string): Message => ({
    en: `'${text}' is not a day of the calendar. Write --today 2027-06-30.`,
    fr: `« ${text} » n'est pas un jour du calendrier. Écrivez --today 2027-06-30.`,
  }),
  nothingToExplain: (name: string, near: string | undefined): Message => ({
    en: `There is no rule, kind or word called '${name}'.${near ? ` Did you mean '${near}'?` : " 'bizarch explain' lists them."}`,
    fr: `Aucune règle, aucun type, aucun mot ne s'appelle « ${name} ».${near ? ` Vouliez-vous dire « ${near} » ?` : " « bizarch explain » en donne la liste."}`,
  }),
  pagesInEnglish: (): Message => ({
    en: "The pages are in English.",
    fr: "Les pages de documentation sont en anglais.",
  }),
  notAFolder: (path: string): Message => ({
    en: `'${path}' is a file. Name a folder to begin in; it is made if it is not there.`,
    fr: `« ${path} » est un fichier. Donnez un dossier où commencer ; il est créé s'il n'existe pas.`,
  }),
  alreadyThere: (folder: string, file: string): Message => ({
    en: `There is an architecture in '${folder}' already (${file}), and nothing is overwritten. Name another folder: bizarch init DIR.`,
    fr: `Il y a déjà une architecture dans « ${folder} » (${file}), et rien n'est écrasé. Donnez un autre dossier : bizarch init DOSSIER.`,
  }),
  incomplete: (file: string): Message => ({
    en: `'${file}' is missing, so bizarch is not whole here. Install it again.`,
    fr: `« ${file} » manque : bizarch n'est pas complet ici. Réinstallez-le.`,
  }),
  nothingToDraw: (path: string): Message => ({
    en: `There is no .bizarch file in '${path}', so there is nothing to draw. Name a folder that holds an architecture.`,
    fr: `Il n'y a aucun fichier .bizarch dans « ${path} » : rien à dessiner. Donnez un dossier qui contient une architecture.`,
  }),
  severalChanged: (projects: readonly string[]): Message => ({
    en: `Several projects changed (${projects.join(", ")}), and a picture is of one. Compare inside one of them, or write '--format html'.`,
    fr: `Plusieurs projets changent (${projects.join(", ")}), et une image n'en montre qu'un. Comparez dans l'un d'eux, ou demandez « --format html ».`,
  }),
  severalProjects: (roots: readonly string[]): Message => ({
    en: `There are several projects here, and a picture is of one. Name it: ${roots.join(", ")}.`,
    fr: `Il y a plusieurs projets ici, et un dessin n'en montre qu'un. Donnez-le : ${roots.join(", ")}.`,
  }),
  noSuchView: (id: string, near: string | undefined, known: readonly string[]): Message => ({
    en: `There is no view '${id}'.${near ? ` Did you mean '${near}'?` : ` The views are ${known.join(", ")}.`}`,
    fr: `Il n'y a pas de vue « ${id} ».${near ? ` Vouliez-vous dire « ${near} » ?` : ` Les vues sont ${known.join(", ")}.`}`,
  }),
  emptyView: (id: string, known: readonly string[]): Message => ({
    en: `There is nothing to draw in '${id}': this architecture says nothing of what it shows. The views that it has are ${known.join(", ")}.`,
    fr: `Il n'y a rien à dessiner dans « ${id} » : cette architecture ne dit rien de ce que cette vue montre. Les vues qu'elle a sont ${known.join(", ")}.`,
  }),
  nothingAround: (id: string, name: string, near: string | undefined): Message => ({
    en: `There is no view '${id}': no element is called '${name}'.${near ? ` Did you mean '${near}'?` : " Write its whole name, as in around:sales.Order."}`,
    fr: `Il n'y a pas de vue « ${id} » : aucun élément ne s'appelle « ${name} ».${near ? ` Vouliez-vous dire « ${near} » ?` : " Écrivez son nom entier, comme dans around:ventes.Commande."}`,
  }),
  severalViews: (): Message => ({
    en: "Several views need a folder to be written to. Add --output FOLDER, or --format html for one page of them.",
    fr: "Plusieurs vues s'écrivent dans un dossier. Ajoutez --output DOSSIER, ou --format html pour une seule page.",
  }),
  oneFileOnly: (path: string, views: number): Message => ({
    en: `'${path}' is one file, and these are ${views} views. Name a folder, or --format html for one page of them.`,
    fr: `« ${path} » est un seul fichier, et voici ${views} vues. Nommez un dossier, ou --format html pour une seule page.`,
  }),
  pixelsOnTerminal: (): Message => ({
    en: "A PNG cannot be shown in a terminal. Add --output FILE.",
    fr: "Un PNG ne s'affiche pas dans un terminal. Ajoutez --output FICHIER.",
  }),
  pixelsHaveOneTheme: (): Message => ({
    en: "A PNG cannot follow the theme of whoever looks at it. Choose --theme light, dark, contrast or contrast-light, or draw SVG or HTML.",
    fr: "Un PNG ne peut pas suivre le thème de qui le regarde. Choisissez --theme light, dark, contrast ou contrast-light, ou dessinez en SVG ou en HTML.",
  }),
  notAScale: (text: string): Message => ({
    en: `'${text}' is no scale. Write a number from 1 to 4, such as --scale 2.`,
    fr: `« ${text} » n'est pas une échelle. Écrivez un nombre de 1 à 4, par exemple --scale 2.`,
  }),
  scaleTooLarge: (asked: number, most: number): Message => ({
    en: `This picture is too large for --scale ${asked}. It can be drawn up to --scale ${most}; SVG and HTML have no such limit.`,
    fr: `Ce dessin est trop grand pour --scale ${asked}. Il peut aller jusqu'à --scale ${most} ; SVG et HTML n'ont pas cette limite.`,
  }),
  tooLargeForPixels: (width: number, height: number): Message => ({
    en: `This picture is too large for a PNG (${width} by ${height}). Draw it as SVG or HTML, or name a view that shows less.`,
    fr: `Ce dessin est trop grand pour un PNG (${width} sur ${height}). Dessinez-le en SVG ou en HTML, ou donnez une vue qui montre moins.`,
  }),
  scaledDown: (scale: number): Message => ({
    en: `This picture is large: it is drawn at ${scale} times its size instead of twice.`,
    fr: `Ce dessin est grand : il est fait à ${scale} fois sa taille au lieu de deux.`,
  }),
  checking: (files: number): Message => ({
    en: `Checking ${files} files …`,
    fr: `Vérification de ${files} fichiers …`,
  }),
  comparing: (files: number): Message => ({
    en: `Comparing ${files} files …`,
    fr: `Comparaison de ${files} fichiers …`,
  }),
  formatting: (files: number): Message => ({
    en: `Formatting ${files} files …`,
    fr: `Mise en forme de ${files} fichiers …`,
  }),
  oneTextAtATime: (files: number): Message => ({
    en: `--output takes the text of one file, and there are ${files}. Name one, or leave --output out to format them in place.`,
    fr: `--output reçoit le texte d'un seul fichier, et il y en a ${files}. Donnez-en un, ou ôtez --output pour les mettre en forme sur place.`,
  }),
  formatted: (file: string): Message => ({ en: `Formatted ${file}.`, fr: `${file} est mis en forme.` }),
  allFormatted: (changed: number, files: number): Message => ({
    en: `${changed} of ${files} ${files === 1 ? "file" : "files"} changed.`,
    fr: `${changed} ${changed > 1 ? "fichiers modifiés" : "fichier modifié"} sur ${files}.`,
  }),
  wouldFormat: (changed: number, files: number): Message => ({
    en: `${changed} of ${files} ${files === 1 ? "file" : "files"} would change.${changed > 0 ? " Run 'bizarch format' to format them." : ""}`,
    fr: `${changed} ${changed > 1 ? "fichiers à modifier" : "fichier à modifier"} sur ${files}.${changed > 0 ? " « bizarch format » les met en forme." : ""}`,
  }),
  written: (file: string): Message => ({ en: `Wrote ${file}.`, fr: `${file} est écrit.` }),
  internal: (what: string): Message => ({
    en: `bizarch failed: ${what}. This is a mistake of ours; please report it at https://github.com/bizarch/bizarch/issues.`,
    fr: `bizarch a échoué : ${what}. L'erreur vient de nous ; merci de la signaler sur https://github.com/bizarch/bizarch/issues.`,
  }),
} as const;
