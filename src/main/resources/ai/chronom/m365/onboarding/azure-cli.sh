#!/usr/bin/env bash
# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Needs the Azure CLI 2.37 or newer and a Privileged Role Administrator or Global Administrator.
# Run "az login --tenant <tenant ID> --allow-no-subscriptions" first; once per tenant.
set -euo pipefail

{{cloud}}

app_name={{appName}}
redirect_uri={{redirectUri}}
graph_app_id={{graphAppId}}
graph_url={{graphUrl}}

if [ -n "$(az ad app list --filter {{nameFilter}} --query '[].appId' --output tsv)" ]; then
  echo "An application of this name is registered already: one per tenant is enough." >&2
  exit 1
fi

permissions_file="$(mktemp)"
trap 'rm -f "$permissions_file"' EXIT
cat > "$permissions_file" <<'PERMISSIONS'
[{
  "resourceAppId": "{{graphAppId}}",
  "resourceAccess": [
{{permissions}}
  ]
}]
PERMISSIONS

app_id="$(az ad app create --display-name "$app_name" --sign-in-audience AzureADMyOrg \
  --web-redirect-uris "$redirect_uri" --required-resource-accesses "@$permissions_file" \
  --query appId --output tsv)"
sp_id="$(az ad sp create --id "$app_id" --query id --output tsv)"
# Entra needs a moment until all of it knows the new application.
sleep 15
graph_sp_id="$(az ad sp show --id "$graph_app_id" --query id --output tsv)"

# Admin consent, role by role: works in every cloud, unlike "az ad app permission admin-consent".
role_ids=(
{{roleIds}}
)
for role_id in "${role_ids[@]}"; do
  az rest --method POST --url "$graph_url/v1.0/servicePrincipals/$sp_id/appRoleAssignments" \
    --headers 'Content-Type=application/json' \
    --body "{\"principalId\": \"$sp_id\", \"resourceId\": \"$graph_sp_id\", \"appRoleId\": \"$role_id\"}" \
    --output none
done
az ad app permission grant --id "$app_id" --api "$graph_app_id" --scope {{delegatedScope}} --output none

end_date="$(date -u -d '+{{secretDays}} days' +%Y-%m-%d 2>/dev/null || date -u -v+{{secretDays}}d +%Y-%m-%d)"
secret="$(az ad app credential reset --id "$app_id" --append --display-name {{secretDescription}} \
  --end-date "$end_date" --query password --output tsv)"

echo "Tenant ID:      $(az account show --query tenantId --output tsv)"
echo "Application ID: $app_id"
echo "Client secret:  $secret"
echo "Expires on:     $end_date"
echo "The secret is shown only this once: enter it in Chronom now, never send it by e-mail."
