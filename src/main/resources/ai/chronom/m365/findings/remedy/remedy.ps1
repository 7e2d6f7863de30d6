# Carries out one finding of Chronom: {{title}}
# About: {{subject}}
# As of {{asOf}}. Read it first. Without -Apply it reads and says what it would change; nothing else.
# Each seat is looked up again before it is changed: what changed since the scan is left alone.
#
# Check first:
{{blockers}}
#
# Needs the modules Microsoft.Graph.Users, Microsoft.Graph.Users.Actions and Microsoft.Graph.Groups
# (Install-Module Microsoft.Graph) and a License Administrator; for groups a Groups Administrator.
#   -Apply    changes what is listed below
#   -Confirm  asks before each change
[CmdletBinding(SupportsShouldProcess)]
param([switch]$Apply)
$ErrorActionPreference = 'Stop'
if (-not $Apply) { $WhatIfPreference = $true }

{{cloud}}
$scopes = @('User.Read.All', 'GroupMember.Read.All')
if ($Apply) { $scopes = @('User.Read.All', 'LicenseAssignment.ReadWrite.All', 'GroupMember.ReadWrite.All') }
Connect-MgGraph -TenantId {{tenantId}} -Environment $environment -NoWelcome -Scopes $scopes

$changes = @(
{{changes}}
)

foreach ($change in $changes) {
  $user = Get-MgUser -UserId $change.User -Property 'id,userPrincipalName,licenseAssignmentStates'
  $held = @($user.LicenseAssignmentStates | Where-Object { $_.SkuId -eq $change.Sku })
  if ($held.Count -eq 0) {
    Write-Warning "$($change.Name) no longer has $($change.Product): left alone."
    continue
  }
  # What comes instead is assigned first, so that nothing is without a license in between.
  $direct = @($held | Where-Object { -not $_.AssignedByGroup }).Count -gt 0
  $add = @($change.Add | ForEach-Object { @{ SkuId = $_ } })
  $remove = @(if ($direct) { $change.Sku })
  if ($add.Count + $remove.Count -gt 0) {
    if ($PSCmdlet.ShouldProcess($change.Name, "Assign [$($change.AddNames)], remove [$(if ($direct) { $change.Product })]")) {
      Set-MgUserLicense -UserId $change.User -AddLicenses $add -RemoveLicenses $remove | Out-Null
    }
  }
  foreach ($group in $change.Groups) {
    if (@($held | Where-Object { $_.AssignedByGroup -eq $group.Id }).Count -eq 0) { continue }
    if ($group.Dynamic) {
      Write-Warning "$($change.Name) has $($change.Product) by the rule of the group $($group.Name): change the rule or what it looks at."
    } elseif ($PSCmdlet.ShouldProcess($change.Name, "Take out of the group $($group.Name), which assigns $($change.Product)")) {
      Remove-MgGroupMemberByRef -GroupId $group.Id -DirectoryObjectId $change.User
    }
  }
}
if (-not $Apply) { Write-Host 'Nothing was changed. Run it again with -Apply to change what is listed above.' }
