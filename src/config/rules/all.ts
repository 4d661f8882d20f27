import { accessRules } from './access.js';
import { budgetRules } from './budgets.js';
import { chartRules } from './chart.js';
import { type RuleInput, ruleContext } from './context.js';
import { costRules } from './cost.js';
import { nameRules } from './names.js';
import { numberRules } from './numbers.js';
import { placeRules } from './platform/location.js';
import { poolRules } from './platform/machines.js';
import { networkRules } from './platform/network.js';
import { placementRules } from './platform/placement.js';
import { profileRules } from './profiles.js';
import { secretRules } from './secrets.js';
import { sourceRules } from './sources.js';
import { storageRules } from './storage.js';
import { maintenanceRules } from './times/maintenance.js';
import { timeRules } from './times/times.js';
import { corePodRules } from './values/core-pods.js';
import { valueRules } from './values/hub-values.js';
import { networkRuleRules } from './values/network.js';
import { nodeRules } from './values/nodes.js';
import { plainSecretRules } from './values/plain-secrets.js';
import { roleDefinitionRules } from './values/role-definitions.js';
import { roleRules } from './values/roles.js';
import { sizeRule } from './values/size.js';
import { placesRules } from './values/two-places.js';
import { volumeRules } from './values/volumes.js';
import { warmRules } from './warm.js';

/** Checks what a schema cannot express in a jupyterhub.yaml. The rules read no other file than the platform's. */
export function checkRules(input: RuleInput): void {
  const context = ruleContext(input);
  const rules = [
    nameRules,
    numberRules,
    placeRules,
    sourceRules,
    networkRules,
    poolRules,
    profileRules,
    budgetRules,
    warmRules,
    placementRules,
    storageRules,
    accessRules,
    timeRules,
    maintenanceRules,
    chartRules,
    valueRules,
    sizeRule,
    placesRules,
    networkRuleRules,
    roleRules,
    roleDefinitionRules,
    volumeRules,
    nodeRules,
    corePodRules,
    secretRules,
    plainSecretRules,
    costRules,
  ];
  for (const rule of rules) rule(context);
}
