# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Looks first, says what it would change, and asks. Run it again at any time: what is in place stays.
#
# Needs the Azure CLI 2.37 or newer and a Privileged Role Administrator or Global Administrator.
# Run "az login --tenant <tenant ID> --allow-no-subscriptions" first; once per tenant.
#   -Yes        does not ask
#   -NewSecret  creates a secret even if a valid one is there
param([switch]$Yes, [switch]$NewSecret)
$ErrorActionPreference = 'Stop'

$appName = {{appName}}
$redirectUri = {{redirectUri}}
$graphAppId = '{{graphAppId}}'
$graphUrl = {{graphUrl}}
$cloud = {{cloud}}
$secretDescription = {{secretDescription}}
# What the application is allowed, as the registration lists it.
$permissions = ConvertFrom-Json @'
[
{{permissions}}
]
'@

function Assert-Success {
  if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI failed; its message stands above.' }
}

# One request to Microsoft Graph. Bodies go by file: Windows PowerShell drops quotation marks from arguments.
function Invoke-Graph([string]$Method, [string]$Path, $Body) {
  $arguments = @('rest', '--method', $Method, '--url', "$graphUrl/v1.0$Path", '--resource', "$graphUrl/", '--output', 'json')
  $file = $null
  try {
    if ($Body) {
      $file = (New-TemporaryFile).FullName
      [IO.File]::WriteAllText($file, (ConvertTo-Json -Depth 8 -InputObject $Body))
      $arguments += @('--headers', 'Content-Type=application/json', '--body', "@$file")
    }
    $answer = az @arguments
    Assert-Success
  } finally {
    if ($file) { Remove-Item -Path $file }
  }
  if ($answer) { ConvertFrom-Json ($answer -join "`n") }
}

$active = az cloud show --query name --output tsv
Assert-Success
if ($active -ne $cloud) {
  throw "The Azure CLI speaks to another cloud. Run ""az cloud set --name $cloud"" and sign in there."
}
$tenantId = az account show --query tenantId --output tsv
Assert-Success

# 1. Look.
$wanted = @{
  displayName = $appName
  signInAudience = 'AzureADMyOrg'
  web = @{ redirectUris = @($redirectUri) }
  requiredResourceAccess = @(@{ resourceAppId = $graphAppId; resourceAccess = $permissions })
}
$apps = @((Invoke-Graph GET {{nameQuery}}).value)
if ($apps.Count -gt 1) { throw "Several applications have the name $appName`: delete all but one." }
$app = $apps | Select-Object -First 1
$graph = Invoke-Graph GET "/servicePrincipals(appId='$graphAppId')"
$sp = $null
$assigned = @()
$grant = $null
$validSecret = $null
$appIsRight = $false
if ($app) {
  $listed = @($app.requiredResourceAccess | ForEach-Object { $_.resourceAccess } | ForEach-Object { "$($_.id):$($_.type)" }) | Sort-Object
  $right = @($permissions | ForEach-Object { "$($_.id):$($_.type)" }) | Sort-Object
  $appIsRight = ("$listed" -eq "$right") -and ($app.web.redirectUris -contains $redirectUri) -and ($app.signInAudience -eq 'AzureADMyOrg')
  $now = (Get-Date).ToUniversalTime()
  $validSecret = $app.passwordCredentials |
    Where-Object { $_.displayName -eq $secretDescription -and ([datetime]$_.endDateTime).ToUniversalTime() -gt $now } |
    Select-Object -Last 1
  $sp = @((Invoke-Graph GET "/servicePrincipals?`$filter=appId%20eq%20'$($app.appId)'").value) | Select-Object -First 1
}
if ($sp) {
  $assigned = @((Invoke-Graph GET "/servicePrincipals/$($sp.id)/appRoleAssignments").value |
    Where-Object { $_.resourceId -eq $graph.id } | ForEach-Object { $_.appRoleId })
  $grant = (Invoke-Graph GET "/servicePrincipals/$($sp.id)/oauth2PermissionGrants").value |
    Where-Object { $_.resourceId -eq $graph.id -and $_.consentType -eq 'AllPrincipals' } | Select-Object -First 1
}
$missing = @($permissions | Where-Object { $_.type -eq 'Role' -and $assigned -notcontains $_.id })
$scopeIsMissing = -not ($grant -and ($grant.scope -split ' ') -contains '{{delegatedScope}}')
$wantsSecret = $NewSecret -or -not $validSecret

# 2. Say what would change, and ask.
$plan = @()
if (-not $app) { $plan += "register the application $appName with the {{permissionCount}} permissions of the guide" }
elseif (-not $appIsRight) { $plan += "set the permissions, the account type and the redirect address of $appName as the guide has them" }
if (-not $sp) { $plan += 'create its enterprise application in this tenant' }
if ($missing) { $plan += "grant admin consent to $($missing.Count) application permissions" }
if ($scopeIsMissing) { $plan += 'grant admin consent to {{delegatedScope}} for everybody' }
if ($wantsSecret) { $plan += 'create a client secret that lasts {{secretDays}} days' }
if (-not $plan) {
  "Everything is in place in tenant $tenantId; nothing was changed."
} else {
  "In tenant $tenantId this script will"
  $plan | ForEach-Object { "  - $_" }
  if (-not $Yes -and (Read-Host 'Go ahead? [y/N]') -notlike 'y*') { throw 'Nothing was changed.' }
}

# 3. Change what is missing; the first failure ends the script.
if (-not $app) {
  $app = Invoke-Graph POST '/applications' $wanted
} elseif (-not $appIsRight) {
  Invoke-Graph PATCH "/applications/$($app.id)" $wanted | Out-Null
}
for ($try = 1; -not $sp; $try++) {
  # Entra needs a moment until all of it knows a new application.
  try { $sp = Invoke-Graph POST '/servicePrincipals' @{ appId = $app.appId } }
  catch { if ($try -eq 6) { throw } else { Start-Sleep -Seconds 10 } }
}
foreach ($role in $missing) {
  Invoke-Graph POST "/servicePrincipals/$($sp.id)/appRoleAssignments" @{ principalId = $sp.id; resourceId = $graph.id; appRoleId = $role.id } | Out-Null
}
if ($scopeIsMissing -and $grant) {
  Invoke-Graph PATCH "/oauth2PermissionGrants/$($grant.id)" @{ scope = "$($grant.scope) {{delegatedScope}}" } | Out-Null
} elseif ($scopeIsMissing) {
  Invoke-Graph POST '/oauth2PermissionGrants' @{ clientId = $sp.id; consentType = 'AllPrincipals'; resourceId = $graph.id; scope = '{{delegatedScope}}' } | Out-Null
}
$secret = '(created before, and shown only then; -NewSecret creates another)'
if ($wantsSecret) {
  $end = (Get-Date).ToUniversalTime().AddDays({{secretDays}}).ToString('yyyy-MM-ddTHH:mm:ssZ')
  $validSecret = Invoke-Graph POST "/applications/$($app.id)/addPassword" @{ passwordCredential = @{ displayName = $secretDescription; endDateTime = $end } }
  $secret = $validSecret.secretText
}

# 4. The four values that Chronom asks for.
"Tenant ID:      $tenantId"
"Application ID: $($app.appId)"
"Client secret:  $secret"
"Expires on:     $(([datetime]$validSecret.endDateTime).ToUniversalTime().ToString('yyyy-MM-dd'))"
if ($wantsSecret) { 'The secret is shown only this once: enter it in Chronom now, never send it by e-mail.' }
