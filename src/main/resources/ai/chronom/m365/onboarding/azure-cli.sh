#!/usr/bin/env bash
# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Looks first, says what it would change, and asks. Run it again at any time: what is in place stays.
#
# Needs the Azure CLI 2.37 or newer and a Privileged Role Administrator or Global Administrator.
# Run "az login --tenant <tenant ID> --allow-no-subscriptions" first; once per tenant.
#   --yes         does not ask
#   --new-secret  creates a secret even if a valid one is there
set -euo pipefail

app_name={{appName}}
redirect_uri={{redirectUri}}
graph_app_id='{{graphAppId}}'
graph_url={{graphUrl}}
cloud={{cloud}}
secret_description={{secretDescription}}
# What the application is allowed, as the registration lists it.
permissions='[
{{permissions}}
]'
listed_when_right='{{listed}}'
role_ids='{{roleIds}}'

ask=yes
wants_secret=no
for argument in "$@"; do
  case "$argument" in
    --yes) ask=no ;;
    --new-secret) wants_secret=yes ;;
    *)
      echo "Unknown: $argument (known are --yes and --new-secret)" >&2
      exit 2
      ;;
  esac
done

if [ "$(az cloud show --query name --output tsv)" != "$cloud" ]; then
  echo "The Azure CLI speaks to another cloud. Run \"az cloud set --name $cloud\" and sign in there." >&2
  exit 1
fi
tenant_id="$(az account show --query tenantId --output tsv)"

# graph METHOD PATH [BODY] [QUERY]: one request to Microsoft Graph; what the query picks, one value per line.
graph() {
  local arguments=(--method "$1" --url "$graph_url/v1.0$2" --resource "$graph_url/")
  if [ -n "${3:-}" ]; then
    arguments+=(--headers 'Content-Type=application/json' --body "$3")
  fi
  az rest "${arguments[@]}" --query "${4:-@}" --output tsv
}

# 1. Look.
app_body="{
  \"displayName\": {{appNameJson}},
  \"signInAudience\": \"AzureADMyOrg\",
  \"web\": { \"redirectUris\": [{{redirectUriJson}}] },
  \"requiredResourceAccess\": [{ \"resourceAppId\": \"$graph_app_id\", \"resourceAccess\": $permissions }]
}"
# shellcheck disable=SC2016 # $filter and $select are Graph's words, not variables.
apps="$(graph GET {{nameQuery}} '' 'value[].id')"
if [ "$(printf '%s' "$apps" | grep -c .)" -gt 1 ]; then
  echo "Several applications have the name $app_name: delete all but one." >&2
  exit 1
fi
graph_sp_id="$(graph GET "/servicePrincipals(appId='$graph_app_id')" '' id)"
app_id='' sp_id='' granted='' scopes='' secret_end='' app_is_right=no
if [ -n "$apps" ]; then
  app_id="$(graph GET "/applications/$apps" '' appId)"
  listed="$(graph GET "/applications/$apps" '' "requiredResourceAccess[].resourceAccess[].join(':', [id, type])" | sort)"
  address="$(graph GET "/applications/$apps" '' "web.redirectUris[?@=='$redirect_uri']")"
  audience="$(graph GET "/applications/$apps" '' signInAudience)"
  if [ "$listed" = "$listed_when_right" ] && [ -n "$address" ] && [ "$audience" = AzureADMyOrg ]; then
    app_is_right=yes
  fi
  now="$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  secret_end="$(graph GET "/applications/$apps" '' \
    "passwordCredentials[?displayName=='$secret_description' && endDateTime>'$now'].endDateTime | [-1]")"
  # shellcheck disable=SC2016
  sp_id="$(graph GET '/servicePrincipals?$filter=appId%20eq%20'"'$app_id'" '' 'value[].id')"
fi
if [ -n "$sp_id" ]; then
  granted="$(graph GET "/servicePrincipals/$sp_id/appRoleAssignments" '' "value[?resourceId=='$graph_sp_id'].appRoleId")"
  scopes="$(graph GET "/servicePrincipals/$sp_id/oauth2PermissionGrants" '' \
    "value[?resourceId=='$graph_sp_id' && consentType=='AllPrincipals'].scope")"
fi
missing_roles=''
for role_id in $role_ids; do
  if ! grep -qx "$role_id" <<< "$granted"; then
    missing_roles+="$role_id "
  fi
done
scope_is_missing=yes
if [[ " $scopes " == *" {{delegatedScope}} "* ]]; then
  scope_is_missing=no
fi
if [ -z "$secret_end" ]; then
  wants_secret=yes
fi

# 2. Say what would change, and ask.
plan=()
if [ -z "$apps" ]; then
  plan+=("register the application $app_name with the {{permissionCount}} permissions of the guide")
elif [ "$app_is_right" = no ]; then
  plan+=("set the permissions, the account type and the redirect address of $app_name as the guide has them")
fi
if [ -z "$sp_id" ]; then
  plan+=("create its enterprise application in this tenant")
fi
if [ -n "$missing_roles" ]; then
  plan+=("grant admin consent to $(wc -w <<< "$missing_roles" | tr -d ' ') application permissions")
fi
if [ "$scope_is_missing" = yes ]; then
  plan+=("grant admin consent to {{delegatedScope}} for everybody")
fi
if [ "$wants_secret" = yes ]; then
  plan+=("create a client secret that lasts {{secretDays}} days")
fi
if [ "${#plan[@]}" -eq 0 ]; then
  echo "Everything is in place in tenant $tenant_id; nothing was changed."
else
  echo "In tenant $tenant_id this script will"
  printf '  - %s\n' "${plan[@]}"
  if [ "$ask" = yes ]; then
    read -r -p 'Go ahead? [y/N] ' answer || answer=no
    if [[ "$answer" != [yY]* ]]; then
      echo 'Nothing was changed.'
      exit 1
    fi
  fi
fi

# 3. Change what is missing; the first failure ends the script.
if [ -z "$apps" ]; then
  created="$(graph POST /applications "$app_body" '[id, appId]')"
  apps="$(sed -n 1p <<< "$created")"
  app_id="$(sed -n 2p <<< "$created")"
elif [ "$app_is_right" = no ]; then
  graph PATCH "/applications/$apps" "$app_body" > /dev/null
fi
if [ -z "$sp_id" ]; then
  # Entra needs a moment until all of it knows a new application.
  for try in 1 2 3 4 5 6; do
    if sp_id="$(graph POST /servicePrincipals "{\"appId\": \"$app_id\"}" id)"; then
      break
    elif [ "$try" = 6 ]; then
      exit 1
    fi
    sleep 10
  done
fi
for role_id in $missing_roles; do
  graph POST "/servicePrincipals/$sp_id/appRoleAssignments" \
    "{\"principalId\": \"$sp_id\", \"resourceId\": \"$graph_sp_id\", \"appRoleId\": \"$role_id\"}" > /dev/null
done
if [ "$scope_is_missing" = yes ]; then
  grant_id="$(graph GET "/servicePrincipals/$sp_id/oauth2PermissionGrants" '' \
    "value[?resourceId=='$graph_sp_id' && consentType=='AllPrincipals'].id")"
  if [ -n "$grant_id" ]; then
    graph PATCH "/oauth2PermissionGrants/$grant_id" "{\"scope\": \"$scopes {{delegatedScope}}\"}" > /dev/null
  else
    graph POST /oauth2PermissionGrants "{\"clientId\": \"$sp_id\", \"consentType\": \"AllPrincipals\",
      \"resourceId\": \"$graph_sp_id\", \"scope\": \"{{delegatedScope}}\"}" > /dev/null
  fi
fi
secret='(created before, and shown only then; --new-secret creates another)'
if [ "$wants_secret" = yes ]; then
  secret_end="$(date -u -d '+{{secretDays}} days' +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v+{{secretDays}}d +%Y-%m-%dT%H:%M:%SZ)"
  secret="$(graph POST "/applications/$apps/addPassword" \
    "{\"passwordCredential\": {\"displayName\": \"$secret_description\", \"endDateTime\": \"$secret_end\"} }" secretText)"
fi

# 4. The four values that Chronom asks for.
echo "Tenant ID:      $tenant_id"
echo "Application ID: $app_id"
echo "Client secret:  $secret"
echo "Expires on:     ${secret_end%%T*}"
if [ "$wants_secret" = yes ]; then
  echo "The secret is shown only this once: enter it in Chronom now, never send it by e-mail."
fi
