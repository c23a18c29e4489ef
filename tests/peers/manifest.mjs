// Holds a Teams app package against the schemas that Microsoft publishes with its own tools. The first argument is the package's text files as
// JSON, by their names. Says what is wrong as a JSON array of lines.
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";

const files = JSON.parse(process.argv[2]);
const folder = new URL("node_modules/@microsoft/app-manifest/build/json-schemas/teams/", import.meta.url);
const manifest = files["manifest.json"];
const version = /^(\d+\.\d+)$/.exec(manifest.manifestVersion)?.[1];
// Some patterns of the schemas are none by the stricter rules of Unicode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv);

const check = (schema, name) => {
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(`v${version}/MicrosoftTeams.${schema}json`, folder), "utf8")));
  return validate(files[name]) ? [] : validate.errors.map(error => `${name}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
};

const languages = manifest.localizationInfo?.additionalLanguages?.map(language => language.file) ?? [];
const found = version
  ? [...check("schema.", "manifest.json"), ...languages.flatMap(name => files[name] ? check("Localization.schema.", name) : [`${name} is missing`])]
  : [`"${manifest.manifestVersion}" is no version of the manifest`];
console.log(JSON.stringify(found));
