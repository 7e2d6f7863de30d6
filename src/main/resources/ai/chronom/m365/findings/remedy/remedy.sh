#!/usr/bin/env bash
# Carries out one finding of Chronom: {{title}}
# About: {{subject}}
# As of {{asOf}}. Read it first. Without --apply it reads and says what it would change; nothing else.
# Each seat is looked up again before it is changed: what changed since the scan is left alone.
#
# Check first:
{{blockers}}
#
# Needs the Azure CLI (az login --tenant, as a License Administrator; for groups a Groups
# Administrator) and jq.
#   --apply  changes what is listed below
set -euo pipefail
apply=no
if [ "${1:-}" = "--apply" ]; then apply=yes; fi
graph={{graphUrl}}
az cloud set --name {{cloud}}
signed_in=$(az account show --query tenantId --output tsv)
if [ "$signed_in" != {{tenantId}} ]; then
  echo "Sign in to the tenant first: az login --allow-no-subscriptions --tenant" {{tenantId}} >&2
  exit 1
fi

# States of one user's licenses, read again for each seat.
states() {
  az rest --method GET --url "$graph/v1.0/users/$1?\$select=licenseAssignmentStates"
}

# user, name, product's id, product's name, body that assigns the replacements, their names
take_direct() {
  local seats
  seats=$(states "$1" | jq --arg sku "$3" '[.licenseAssignmentStates[] | select(.skuId == $sku and .assignedByGroup == null)] | length')
  if [ "$seats" -eq 0 ]; then
    printf 'Left alone: %s no longer has %s directly.\n' "$2" "$4"
    return
  fi
  printf 'Remove %s from %s; assign [%s].\n' "$4" "$2" "$6"
  if [ "$apply" = yes ]; then
    az rest --method POST --url "$graph/v1.0/users/$1/assignLicense" --body "$5" --output none
  fi
}

# user, name, body that assigns the replacements, their names
give() {
  printf 'Assign [%s] to %s.\n' "$4" "$2"
  if [ "$apply" = yes ]; then
    az rest --method POST --url "$graph/v1.0/users/$1/assignLicense" --body "$3" --output none
  fi
}

# user, name, product's id, product's name, group's id, group's name
take_by_group() {
  local seats
  seats=$(states "$1" | jq --arg sku "$3" --arg group "$5" '[.licenseAssignmentStates[] | select(.skuId == $sku and .assignedByGroup == $group)] | length')
  if [ "$seats" -eq 0 ]; then
    printf 'Left alone: %s no longer has %s by the group %s.\n' "$2" "$4" "$6"
    return
  fi
  printf 'Take %s out of the group %s, which assigns %s.\n' "$2" "$6" "$4"
  if [ "$apply" = yes ]; then
    az rest --method DELETE --url "$graph/v1.0/groups/$5/members/$1/\$ref" --output none
  fi
}

{{changes}}

if [ "$apply" = no ]; then echo 'Nothing was changed. Run it again with --apply to change what is listed above.'; fi
