/** What the name of an attribute sounds like, in English and French. */

/**
 * Something that only a person has (`first-name`), by which a person is reached unless it is said to be a thing's
 * (`email`), that anybody or anything may have (`name`), or nothing of the kind.
 */
export type Sound = "person" | "reach" | "anybody" | "thing";

/** Listens to the words of a name: `dateDeNaissance`, `date-de-naissance` and `DATE_NAISSANCE` sound alike. */
export function soundOf(name: string): Sound {
  const words = wordsIn(name);
  const phrase = words.join("-");
  if (PERSONAL_PHRASE.test(phrase)) return "person";
  if (words.some((word) => ABOUT_IT.has(word))) return "thing";
  if (words.some((word) => ONLY_A_PERSON.test(word))) return "person";
  const isOfPeople = words.some((word) => OF_PEOPLE.has(word));
  const isOfAThing = words.some((word) => OF_A_THING.has(word));
  if (words.some((word) => REACHING.test(word)) || /(^|-)e-mails?(-|$)/.test(phrase))
    return isOfPeople ? "person" : isOfAThing ? "thing" : "reach";
  const naming = words.some((word) => NAMING.has(word));
  if (!naming && !words.some((word) => DESCRIBING.has(word))) return "thing";
  if (isOfAThing) return "thing";
  if (isOfPeople || (naming && words.some((word) => PART_OF_A_NAME.has(word)))) return "person";
  return words.length === 1 ? "anybody" : "thing";
}

/** Whether something by this name is a thing that has an address or a name of its own: `Store`, `web-page`. */
export function soundsLikeAThing(name: string): boolean {
  const words = wordsIn(name);
  return words.some((word) => OF_A_THING.has(word)) && !words.some((word) => OF_PEOPLE.has(word));
}

/** The words of a name, in small letters and without accents. */
function wordsIn(name: string): readonly string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "");
  const parted = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2")
    .replace(/(\p{L})(\p{N})/gu, "$1-$2");
  return parted
    .toLowerCase()
    .split(/[-_]+/)
    .filter((word) => word !== "");
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

const PERSONAL_PHRASE = new RegExp(
  `(^|-)(${[
    "(social|national)-(security|insurance)",
    "securite-sociale",
    "num(ero)?-secu",
    "national-id",
    "(identity|id|credit|bank|debit)-card",
    "carte-(d-)?(identite|bancaire|bleue|credit)",
    "(bank|current)-account",
    "compte-bancaire",
    "(driving|drivers?)-licen[cs]e",
    "permis-(de-)?conduire",
    "marital-status",
    "(licen[cs]e|number|registration)-plate",
    "plaque-(d-)?immatriculation",
    "statut-marital",
    "situation-(familiale|matrimoniale)",
    "etat-civil",
  ].join("|")})(-|$)`,
);

const ONLY_A_PERSON = new RegExp(
  `^(${[
    "birth(s|day|days|date|dates|place|year|name)?",
    "dob",
    "(?!.*connaissance).*naissances?",
    "naiss|ddn",
    ".*(firstname|lastname|prenom)s?",
    "(sur|fore|full|family|given|middle|maiden|nick|user)names?",
    "nomfamille",
    "patronymes?",
    "ssn",
    "nir",
    "nss",
    "passports?",
    "passeports?",
    "cni",
    "civilites?",
    "nationality",
    "nationalites?",
    "salary",
    "salaires?",
    "religion",
    "ethnicity",
  ].join("|")})$`,
);

const REACHING = new RegExp(
  `^(${[
    ".*(email|emailaddress|adressemail|courriel|mailaddress)(s|es)?",
    "mails?|mels?",
    "(home|work|office|cell|mobile)?phones?",
    "phone(no|number|numbers)",
    "telephones?",
    "numerotelephone",
    "tel",
    "mobiles?",
    "portables?",
    "gsm",
    "fax",
    "addr|address|addresses|adresses?",
    "(postal|street|home|ip)address",
    "adresse(ip|postale)",
    "ip|ipv",
    "iban",
    "rib",
  ].join("|")})$`,
);

const NAMING = setOf("name names nom noms");
const DESCRIBING = setOf("age gender sex sexe");
const PART_OF_A_NAME = setOf(
  "first last full family given middle maiden famille jeune usage complet marital",
);

/** Whose it is: people, one by one. */
const OF_PEOPLE = setOf(`
  person persons personne personnes people contact contacts customer customers client clients cliente consumer
  consommateur user users utilisateur employee employees employe employes salarie salaries citizen citizens citoyen
  manager gerant responsable buyer acheteur visitor visiteur member membre subscriber abonne adherent recipient
  destinataire sender expediteur patient passenger passager guest driver chauffeur conducteur student eleve etudiant
  candidate candidat applicant donor donateur holder titulaire beneficiary beneficiaire insured assure tenant locataire
  spouse conjoint father pere mother mere
`);

/** Whose it is: something that has a place, a telephone or a name as people do. */
const OF_A_THING = setOf(`
  web website url uri link page pages api domain domaine host server serveur network reseau device appareil memory
  store stores shop shops site sites depot depots warehouse warehouses magasin magasins boutique boutiques entrepot
  entrepots outlet branch branches agency agence agences office offices bureau bureaux headquarters siege company
  companies societe societes entreprise entreprises organisation organization brand brands marque marques bank banque
  hotel restaurant factory usine plant farm ferme building batiment school ecole station gare port airport aeroport
  product products produit produits article articles item recipe recette segment segments group groupe category
  categorie list liste file fichier folder dossier field champ table column colonne app application system systeme role
  event evenement job project projet screen ecran
`);

/** What is said about an address or a telephone, and is none itself: `email-template`, `phone-model`, `mail-count`. */
const ABOUT_IT = setOf(`
  count counts nb total rate ratio taux template templates modele gabarit subject sujet objet campaign campaigns
  campagne campagnes provider format type kind status statut verified verifie valid valide optin optout consent
  consentement opened opening openings ouverture ouvertures clicked clicks clics bounce bounced bounces sent envoye
  envoi envois length pattern regex mask required enabled allowed score version policy limit frequency frequence model
  plan price prix cost cout os
`);
