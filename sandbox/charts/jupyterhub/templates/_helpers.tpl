{{- /* Labels by which Services and policies find the pods of a component: {{ include "hub.select" (list . "proxy") }} */}}
{{- define "hub.select" -}}
{{- $root := index . 0 -}}
component: {{ index . 1 }}
app: jupyterhub
release: {{ $root.Release.Name | quote }}
{{- end }}

{{- define "hub.labels" -}}
{{- $root := index . 0 -}}
{{ include "hub.select" . }}
app.kubernetes.io/component: {{ index . 1 }}
app.kubernetes.io/name: jupyterhub
app.kubernetes.io/instance: {{ $root.Release.Name | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name ($root.Chart.Version | replace "+" "_") }}
{{- end }}

{{- define "hub.podLabels" -}}
{{- $root := index . 0 -}}
{{ include "hub.select" . }}
app.kubernetes.io/component: {{ index . 1 }}
app.kubernetes.io/name: jupyterhub
app.kubernetes.io/instance: {{ $root.Release.Name | quote }}
{{- end }}

{{- /* A secret value that is made once and found again afterwards: (list . "key in Secret hub" "value that was set") */}}
{{- define "hub.kept" -}}
{{- $root := index . 0 -}}{{- $key := index . 1 -}}
{{- with index . 2 -}}
{{ . }}
{{- else -}}
{{- $old := lookup "v1" "Secret" $root.Release.Namespace "hub" -}}
{{- if and $old $old.data (hasKey $old.data $key) -}}
{{ index $old.data $key | b64dec }}
{{- else -}}
{{ printf "%s" (randAlphaNum 64) | sha256sum }}
{{- end -}}
{{- end -}}
{{- end }}

{{- /* Variables of a container from a map of values or of objects with valueFrom, or from a list. */}}
{{- define "hub.env" -}}
{{- if kindIs "slice" . }}
{{ toYaml . }}
{{- else }}
{{- range $name, $value := . }}
- name: {{ $name | quote }}
{{- if kindIs "map" $value }}
{{ omit $value "name" | toYaml | indent 2 }}
{{- else if not (kindIs "invalid" $value) }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Content of a Secret for extraFiles: structured data is written in the format that the mount path's ending says. */}}
{{- define "hub.files" -}}
{{- range $key, $file := . }}
{{- if hasKey $file "stringData" }}
{{ $key | quote }}: {{ $file.stringData | b64enc | quote }}
{{- else if hasKey $file "binaryData" }}
{{ $key | quote }}: {{ $file.binaryData | replace "\n" "" | quote }}
{{- else if hasSuffix ".json" $file.mountPath }}
{{ $key | quote }}: {{ $file.data | toPrettyJson | b64enc | quote }}
{{- else if hasSuffix ".toml" $file.mountPath }}
{{ $key | quote }}: {{ $file.data | toToml | b64enc | quote }}
{{- else }}
{{ $key | quote }}: {{ $file.data | toYaml | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Where the hub and the proxy are put: by preference or by rule on nodes for them, as on clusters that have such. */}}
{{- define "hub.coreAffinity" -}}
{{- $rule := dict "matchExpressions" (list (dict "key" "hub.jupyter.org/node-purpose" "operator" "In" "values" (list "core"))) -}}
{{- $wish := .Values.scheduling.corePods.nodeAffinity.matchNodePurpose -}}
{{- if eq $wish "prefer" }}
affinity: {{ dict "nodeAffinity" (dict "preferredDuringSchedulingIgnoredDuringExecution" (list (dict "weight" 100 "preference" $rule))) | toJson }}
{{- else if eq $wish "require" }}
affinity: {{ dict "nodeAffinity" (dict "requiredDuringSchedulingIgnoredDuringExecution" (dict "nodeSelectorTerms" (list $rule))) | toJson }}
{{- end }}
{{- end }}
