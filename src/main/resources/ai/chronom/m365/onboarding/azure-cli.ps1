# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Needs the Azure CLI 2.37 or newer and a Privileged Role Administrator or Global Administrator.
# Run "az login --tenant <tenant ID> --allow-no-subscriptions" first; once per tenant.
$ErrorActionPreference = 'Stop'

function Assert-Success {
  if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI failed; its message stands above.' }
}

{{cloud}}

$appName = {{appName}}
$redirectUri = {{redirectUri}}
$graphAppId = '{{graphAppId}}'
$graphUrl = '{{graphUrl}}'

$known = az ad app list --filter {{nameFilter}} --query '[].appId' --output tsv
Assert-Success
if ($known) { throw 'An application of this name is registered already: one per tenant is enough.' }

# Files instead of arguments: Windows PowerShell drops quotation marks from arguments.
$bodyFile = (New-TemporaryFile).FullName
try {
  Set-Content -Path $bodyFile -Encoding ascii -Value @'
[{
  "resourceAppId": "{{graphAppId}}",
  "resourceAccess": [
{{permissions}}
  ]
}]
'@
  $appId = az ad app create --display-name $appName --sign-in-audience AzureADMyOrg --web-redirect-uris $redirectUri --required-resource-accesses "@$bodyFile" --query appId --output tsv
  Assert-Success
  $spId = az ad sp create --id $appId --query id --output tsv
  Assert-Success
  # Entra needs a moment until all of it knows the new application.
  Start-Sleep -Seconds 15
  $graphSpId = az ad sp show --id $graphAppId --query id --output tsv
  Assert-Success

  # Admin consent, role by role: works in every cloud, unlike "az ad app permission admin-consent".
  $roleIds = @(
{{roleIds}}
  )
  foreach ($roleId in $roleIds) {
    Set-Content -Path $bodyFile -Encoding ascii -Value (@{ principalId = $spId; resourceId = $graphSpId; appRoleId = $roleId } | ConvertTo-Json)
    az rest --method POST --url "$graphUrl/v1.0/servicePrincipals/$spId/appRoleAssignments" --headers 'Content-Type=application/json' --body "@$bodyFile" --output none
    Assert-Success
  }
} finally {
  Remove-Item -Path $bodyFile
}
az ad app permission grant --id $appId --api $graphAppId --scope {{delegatedScope}} --output none
Assert-Success

$endDate = (Get-Date).ToUniversalTime().AddDays({{secretDays}}).ToString('yyyy-MM-dd')
$secret = az ad app credential reset --id $appId --append --display-name {{secretDescription}} --end-date $endDate --query password --output tsv
Assert-Success

"Tenant ID:      $(az account show --query tenantId --output tsv)"
"Application ID: $appId"
"Client secret:  $secret"
"Expires on:     $endDate"
'The secret is shown only this once: enter it in Chronom now, never send it by e-mail.'
